package id.dampingan.cli;

import id.dampingan.store.NotAWorkspace;
import id.dampingan.store.WorkspaceException;
import id.dampingan.store.WorkspaceExists;
import id.dampingan.store.WorkspaceInUse;
import id.dampingan.store.WrongPassword;
import id.dampingan.submission.Json;
import id.dampingan.submission.Problem;
import id.dampingan.text.Sentences;
import java.io.PrintWriter;
import java.text.MessageFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/// Where a command speaks: people's text or JSON to standard output, progress to standard error.
final class Console {
  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean json;
  private final String language;
  private final ResourceBundle bundle;

  Console(PrintWriter out, PrintWriter err, boolean json, String language) {
    this.out = out;
    this.err = err;
    this.json = json;
    this.language = language.equals("en") ? "en" : "id";
    this.bundle =
        ResourceBundle.getBundle(
            "id.dampingan.text.cli",
            Locale.of(this.language),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  boolean isJson() {
    return json;
  }

  String language() {
    return language;
  }

  /// A sentence from the bundle `id.dampingan.text.cli`.
  String text(String key, @Nullable Object... facts) {
    return new MessageFormat(bundle.getString(key), Locale.of(language)).format(facts);
  }

  /// Why a workspace cannot be made or opened, and what to do.
  String workspace(WorkspaceException e) {
    return switch (e) {
      case WrongPassword _ -> text("workspace.password");
      case WorkspaceInUse _ -> text("workspace.use");
      case NotAWorkspace _ -> text("workspace.none");
      case WorkspaceExists _ -> text("workspace.exists");
    };
  }

  /// A problem with its remedy, in one line.
  String problem(Problem problem) {
    Sentences sentences = Sentences.in(language);
    return sentences.reason(problem) + " " + sentences.remedy(problem);
  }

  /// A line for people; nothing in JSON's place.
  void say(String key, @Nullable Object... facts) {
    if (!json) {
      out.println(text(key, facts));
      out.flush();
    }
  }

  /// A line for people as it stands.
  void line(String text) {
    if (!json) {
      out.println(text);
      out.flush();
    }
  }

  /// A small object whose keys keep their order.
  static Map<String, Object> fields(Object... namesAndValues) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return fields;
  }

  /// An object for machines, one a line.
  void object(Map<String, ? extends @Nullable Object> object) {
    if (json) {
      out.println(Json.write(object));
      out.flush();
    }
  }

  /// A line of progress or a warning, never part of the result.
  void progress(String text) {
    err.println(text);
    err.flush();
  }
}
