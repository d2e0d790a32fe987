package id.dampingan.report.paper;

import id.dampingan.form.Choice;
import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.form.FormTable;
import id.dampingan.form.Relevance;
import id.dampingan.form.Relevance.Comparison;
import id.dampingan.text.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Says in words when a question is asked: `bila no. 12 = Sesuai atau Perbaikan data`.
final class RelevanceWords {
  private final Form form;
  private final Numbering numbers;
  private final Map<String, Field> byPath = new HashMap<>();

  RelevanceWords(Form form, Numbering numbers) {
    this.form = form;
    this.numbers = numbers;
    for (FormTable table : form.tables()) {
      table.fields().forEach(field -> byPath.put(field.path(), field));
    }
  }

  /// The words, the empty text for a question that is always asked.
  String of(Relevance relevance, Texts texts) {
    if (relevance.equals(Relevance.ALWAYS)) {
      return "";
    }
    String said = say(relevance, texts, false);
    return texts.get(
        "paper.if", said == null || said.length() > 220 ? texts.get("paper.if.unsaid") : said);
  }

  private @Nullable String say(Relevance relevance, Texts texts, boolean inner) {
    return switch (relevance) {
      case Relevance.All all -> join(all.parts(), texts, "paper.and", inner);
      case Relevance.Any any -> join(any.parts(), texts, "paper.or", inner);
      case Relevance.Not not when not.part() instanceof Relevance.Chosen term ->
          chosen(term, texts, " " + texts.get("paper.is.not") + " ");
      case Relevance.Not not -> {
        Relevance turned = turned(not.part());
        String said = turned == null ? say(not.part(), texts, true) : say(turned, texts, inner);
        yield said == null || turned != null ? said : texts.get("paper.not", said);
      }
      case Relevance.Compared term -> compared(term, texts);
      case Relevance.Chosen term -> chosen(term, texts, " = ");
      case Relevance.Unsaid _ -> null;
    };
  }

  private @Nullable String chosen(Relevance.Chosen term, Texts texts, String sign) {
    String name = name(term.path(), texts);
    return name == null ? null : name + sign + labels(term.path(), term.codes(), texts, "paper.or");
  }

  private @Nullable String join(List<Relevance> parts, Texts texts, String word, boolean inner) {
    StringBuilder said = new StringBuilder();
    for (Relevance part : parts) {
      String of = say(part, texts, true);
      if (of == null) {
        return null;
      }
      said.append(said.isEmpty() ? "" : " " + texts.get(word) + " ").append(of);
    }
    return inner && parts.size() > 1 ? "(" + said + ")" : said.toString();
  }

  /// The opposite as a term of its own, null if there is none.
  private static @Nullable Relevance turned(Relevance part) {
    return switch (part) {
      case Relevance.Compared term when term.comparison() == Comparison.EQUAL ->
          new Relevance.Compared(term.path(), Comparison.UNEQUAL, term.value());
      case Relevance.Compared term when term.comparison() == Comparison.UNEQUAL ->
          new Relevance.Compared(term.path(), Comparison.EQUAL, term.value());
      case Relevance.Not not -> not.part();
      default -> null;
    };
  }

  private @Nullable String compared(Relevance.Compared term, Texts texts) {
    String name = name(term.path(), texts);
    if (name == null) {
      return null;
    }
    if (term.value().isEmpty()) {
      return switch (term.comparison()) {
        case EQUAL -> texts.get("paper.empty", name);
        case UNEQUAL -> texts.get("paper.filled", name);
        default -> null;
      };
    }
    String sign =
        switch (term.comparison()) {
          case EQUAL -> " = ";
          case UNEQUAL -> " " + texts.get("paper.is.not") + " ";
          case LESS -> " " + texts.get("paper.less") + " ";
          case AT_MOST -> " " + texts.get("paper.at.most") + " ";
          case MORE -> " " + texts.get("paper.more") + " ";
          case AT_LEAST -> " " + texts.get("paper.at.least") + " ";
        };
    return name + sign + labels(term.path(), List.of(term.value()), texts, "paper.or");
  }

  /// `no. 12`; of what has no number its label.
  private @Nullable String name(String path, Texts texts) {
    String number = numbers.of(path);
    if (!number.isEmpty()) {
      return texts.get("paper.number", number);
    }
    Field field = byPath.get(path);
    if (field == null || field.label().isEmpty()) {
      return null;
    }
    return field.label().in(texts.language());
  }

  private String labels(String path, List<String> codes, Texts texts, String word) {
    Field field = byPath.get(path);
    List<Choice> choices = field == null ? List.of() : Archive.choices(form, field);
    return codes.stream()
        .map(code -> label(choices, code, texts.language()))
        .collect(Collectors.joining(" " + texts.get(word) + " "));
  }

  private static String label(List<Choice> choices, String code, String language) {
    return choices.stream()
        .filter(choice -> choice.value().equals(code))
        .findFirst()
        .map(choice -> choice.label().in(language))
        .orElse(code);
  }
}
