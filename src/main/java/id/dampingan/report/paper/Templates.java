package id.dampingan.report.paper;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import id.dampingan.programme.Letters;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;

/// Puts facts into the pack's templates.
///
/// Templates are [Mustache](https://mustache.github.io): `{{name}}`, `{{#list}}…{{/list}}`, and no
/// logic. `{{#t}}Nama | Name{{/t}}` says a word in the language of the paper.
final class Templates {
  private static final String[][] ESCAPES = {
    {"&", "&amp;"}, {"<", "&lt;"}, {">", "&gt;"}, {"\"", "&quot;"}, {"'", "&#39;"}, {"|", "&#124;"}
  };

  private final Letters letters;
  private final Mustache.Compiler compiler;
  private final Map<String, Template> compiled = new HashMap<>();

  Templates(Letters letters) {
    this.letters = letters;
    this.compiler =
        Mustache.compiler()
            .defaultValue("")
            .emptyStringIsFalse(true)
            .withEscaper(Escapers.simple(ESCAPES))
            .withLoader(name -> new StringReader(letters.text(name + ".html")));
  }

  /// @param name the template's, without its ending
  /// @throws NoSuchPaper if the template is none
  String fill(String name, Facts facts, String language) throws NoSuchPaper {
    facts.with("t", words(language));
    try {
      Template template =
          compiled.computeIfAbsent(name, _ -> compiler.compile(letters.text(name + ".html")));
      return template.execute(facts.byName());
    } catch (MustacheException e) {
      throw new NoSuchPaper(NoSuchPaper.Missing.TEMPLATE, name + ".html: " + e.getMessage(), e);
    }
  }

  String styles() {
    return letters.text("kertas.css");
  }

  private static Mustache.Lambda words(String language) {
    return (fragment, out) -> {
      String text = fragment.execute();
      int bar = text.indexOf(" | ");
      if (bar < 0) {
        out.write(text);
      } else {
        out.write(language.equals("en") ? text.substring(bar + 3) : text.substring(0, bar));
      }
    };
  }
}
