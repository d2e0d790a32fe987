package planted.names.form;

final class ChoiceHelper {}
