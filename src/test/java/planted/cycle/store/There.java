package planted.cycle.store;

import planted.cycle.form.Here;

public final class There {
  Here[] here = {};
}
