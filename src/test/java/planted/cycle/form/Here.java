package planted.cycle.form;

import planted.cycle.store.There;

public final class Here {
  There there = new There();
}
