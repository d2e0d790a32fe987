package planted.screens.ui.two;

public final class Two {}
