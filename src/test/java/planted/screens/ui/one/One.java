package planted.screens.ui.one;

import planted.screens.ui.two.Two;

/// A screen that knows another screen.
final class One {
  Two two = new Two();
}
