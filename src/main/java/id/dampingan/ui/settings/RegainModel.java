package id.dampingan.ui.settings;

import id.dampingan.exchange.Refused;
import id.dampingan.exchange.RegainErrand;
import id.dampingan.store.NotAWorkspace;
import id.dampingan.store.WorkspaceInUse;
import id.dampingan.submission.Problem;
import id.dampingan.ui.Background;
import id.dampingan.ui.Desk;
import java.nio.file.Path;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Bappeda's way into a laptop that its officer left.
public final class RegainModel {
  private static final int SHORTEST = 8;

  /// What was done or is wrong.
  ///
  /// @param key of the texts, empty if a problem says it
  /// @param problem null: none
  public record Said(String key, @Nullable Problem problem, String folder, boolean wrong) {}

  private final Desk desk;
  private final Background background;
  private final Supplier<String> language;

  // Properties

  private final ReadOnlyObjectWrapper<@Nullable Said> said = new ReadOnlyObjectWrapper<>();

  RegainModel(Desk desk, Background background, Supplier<String> language) {
    this.desk = desk;
    this.background = background;
    this.language = language;
  }

  public ReadOnlyObjectProperty<@Nullable Said> saidProperty() {
    return said.getReadOnlyProperty();
  }

  /// Whether the new password may be taken; says so if not.
  public boolean fits(String password, String repeated) {
    if (password.length() < SHORTEST) {
      wrong("start.problem.short");
      return false;
    }
    if (!password.equals(repeated)) {
      wrong("start.problem.differs");
      return false;
    }
    return true;
  }

  // Commands

  /// Gives Bappeda a password to the workspace in this folder.
  public void regain(Path laptop, String password) {
    String name = String.valueOf(laptop.getFileName());
    background
        .run(() -> {
          new RegainErrand(desk.office(language.get())).regain(laptop, password.toCharArray());
          return name;
        })
        .onSuccess(folder -> said.set(new Said("regain.done", null, folder, false)))
        .onError(Refused.class, e -> said.set(new Said("", e.problem(), name, true)))
        .onError(NotAWorkspace.class, _ -> wrong("start.problem.none"))
        .onError(WorkspaceInUse.class, _ -> wrong("start.problem.inUse"))
        .start();
  }

  private void wrong(String key) {
    said.set(new Said(key, null, "", true));
  }
}
