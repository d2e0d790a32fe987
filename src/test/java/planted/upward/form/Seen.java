package planted.upward.form;

public final class Seen {}
