package id.dampingan.form.xlsform;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the type of a question with choices says: `select_one_from_file desa.csv or_other`.
///
/// @param type the question's type
/// @param list the list's name, a file's name, or `${question}`
/// @param fromFile whether the word itself says that the list is a file
/// @param other whether an own answer may be written beside the choices
record SelectWord(QuestionType type, String list, boolean fromFile, boolean other) {
  private static final Pattern WORD =
      Pattern.compile(
          "(add select one prompt using|add select multiple prompt using"
              + "|select all that apply from|select all that apply|select one from file"
              + "|select multiple from file|select one from|select one using|select multiple using"
              + "|select multiple from|select_one_from_file|select_multiple_from_file"
              + "|select_one_external|select_multiple|select_one|select multiple|select one|select1"
              + "|rank) (\\S+|\\$\\{[^}]*\\})( (or specify other|or_other|or other))?");

  /// Reads a cell of the column type; null if it is no type with choices.
  static @Nullable SelectWord of(String cell) {
    Matcher match = WORD.matcher(cell);
    if (!match.matches()) {
      return null;
    }
    String command = match.group(1);
    boolean multiple = command.contains("multiple") || command.contains("all that apply");
    QuestionType type =
        QuestionType.of(
            command.equals("rank") || command.equals("select_one_external")
                ? command
                : multiple ? "select_multiple" : "select_one");
    boolean fromFile = command.contains("from_file") || command.contains("from file");
    return type == null
        ? null
        : new SelectWord(type, match.group(2), fromFile, match.group(3) != null);
  }
}
