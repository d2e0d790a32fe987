package id.dampingan.form;

import id.dampingan.submission.Localized;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.GroupDef;
import org.javarosa.core.model.IFormElement;
import org.javarosa.core.model.QuestionDef;
import org.jspecify.annotations.Nullable;

/// A form's body as it is written, without any answer: every question, note, group and repeat,
/// whether asked now or not. Paper is made of it.
///
/// @param nodes in the body's order
public record FormOutline(List<Node> nodes) {
  public FormOutline {
    nodes = List.copyOf(nodes);
  }

  /// A part of the body.
  public sealed interface Node {
    Localized label();

    Relevance relevance();
  }

  /// Questions that belong together.
  public record Group(Localized label, Relevance relevance, List<Node> nodes) implements Node {
    public Group {
      nodes = List.copyOf(nodes);
    }
  }

  /// Rows of the same questions.
  ///
  /// @param table the repeat's table, `form/repeat`
  public record Repeat(Localized label, Relevance relevance, String table, List<Node> nodes)
      implements Node {
    public Repeat {
      nodes = List.copyOf(nodes);
    }
  }

  /// A question, or a note.
  ///
  /// @param label answers in it are dots
  /// @param path the XForm path, by which a [Relevance] names it
  /// @param name the field's name; of a note the note's
  /// @param field null of a note
  public record Ask(
      Localized label,
      Localized hint,
      Relevance relevance,
      String path,
      String name,
      @Nullable Field field)
      implements Node {}

  /// @throws FormException if an expression of the form cannot be read
  public static FormOutline of(Form form) throws FormException {
    JavaRosa.Parsed parsed =
        JavaRosa.parse(form, ChoiceLists.NONE, LargeLists.of(form, ChoiceLists.NONE));
    return new FormOutline(new Reading(form, parsed).nodes(parsed.def()));
  }

  private static final class Reading {
    private final Texts texts;
    private final RelevanceReader relevances;
    private final Map<String, Field> fields = new HashMap<>();
    private final Map<String, String> tables = new HashMap<>();

    Reading(Form form, JavaRosa.Parsed parsed) {
      FormDef def = parsed.def();
      texts = new Texts(form, def, new Surroundings());
      relevances = new RelevanceReader(parsed.binds());
      for (FormTable table : form.tables()) {
        tables.put(table.path(), table.name());
        table.fields().forEach(field -> fields.put(field.path(), field));
      }
    }

    List<Node> nodes(IFormElement parent) {
      List<Node> nodes = new ArrayList<>();
      List<IFormElement> children = parent.getChildren() == null ? List.of() : parent.getChildren();
      for (IFormElement child : children) {
        switch (child) {
          case QuestionDef question -> nodes.add(ask(question));
          case GroupDef group -> nodes.add(group(group));
          default -> {}
        }
      }
      return nodes;
    }

    private Node group(GroupDef group) {
      String path = ParsedForm.path(group);
      Localized label = texts.unfilled(group.getTextID(), group.getLabelInnerText());
      String table = group.getRepeat() ? tables.get(path) : null;
      return table == null
          ? new Group(label, relevances.of(path), nodes(group))
          : new Repeat(label, relevances.of(path), table, nodes(group));
    }

    private Ask ask(QuestionDef question) {
      String path = ParsedForm.path(question);
      Field field = fields.get(path);
      return new Ask(
          texts.unfilled(question.getTextID(), question.getLabelInnerText()),
          texts.unfilled(question.getHelpTextID(), question.getHelpText()),
          relevances.of(path),
          path,
          field == null ? path.substring(path.lastIndexOf('/') + 1) : field.name(),
          field);
    }
  }
}
