package id.dampingan.ui.help;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/// The user guide as it lies in `src/site/markdown/panduan`, a page a topic and language.
final class Guide {
  private static final Parser PARSER =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();

  private Guide() {}

  /// A page.
  ///
  /// @param topic the file's name without `.md`
  static Page page(String topic, String language) {
    String path = "/panduan/" + language + "/" + topic + ".md";
    try (InputStream in = Guide.class.getResourceAsStream(path)) {
      String text =
          new String(Objects.requireNonNull(in, path).readAllBytes(), StandardCharsets.UTF_8);
      return new Page(topic, PARSER.parse(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A picture of the guide, null if this build has none.
  static @Nullable InputStream picture(String language, String name) {
    return Guide.class.getResourceAsStream("/panduan/gambar/" + language + "/" + name);
  }

  /// One page, parsed.
  record Page(String topic, Node document) {
    String title() {
      return document.getFirstChild() instanceof Heading heading
              && heading.getFirstChild() instanceof Text text
          ? text.getLiteral()
          : topic;
    }
  }
}
