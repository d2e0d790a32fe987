package planted.window.ui;

import planted.window.ui.one.Screen;

/// A window that knows a screen.
final class Window {
  Screen screen = new Screen();
}
