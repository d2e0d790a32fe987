package planted.window.ui.one;

public final class Screen {}
