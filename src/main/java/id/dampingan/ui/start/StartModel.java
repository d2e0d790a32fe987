package id.dampingan.ui.start;

import id.dampingan.store.NotAWorkspace;
import id.dampingan.store.Role;
import id.dampingan.store.WorkspaceExists;
import id.dampingan.store.WorkspaceInUse;
import id.dampingan.store.WorkspaceSettings;
import id.dampingan.store.WrongPassword;
import id.dampingan.ui.Background;
import id.dampingan.ui.Desk;
import id.dampingan.ui.Preferences;
import id.dampingan.ui.Workspaces;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// Who works here, and which workspace is opened or made.
public final class StartModel {
  /// Who one says one is.
  public enum Who {
    OFFICER,
    PARTNER,
    MASTER
  }

  /// What is on the screen.
  public sealed interface Step {
    /// Four cards.
    record Choose() implements Step {}

    /// Name, agency, folder and password of a new workspace.
    record Details(Who who, @Nullable Path received) implements Step {}

    /// The recovery code of the workspace that was just made.
    record Recovery(Desk desk, String code) implements Step {}

    /// A backup that is to be unpacked, or what a colleague handed over.
    record Restore(Path file) implements Step {}

    /// The password of an existing one.
    record Unlock(Path folder, String name) implements Step {}
  }

  /// What is wrong, as a key of the texts with its argument.
  public record Wrong(String key, String argument) {}

  private final Workspaces workspaces;
  private final Preferences preferences;
  private final Background background;
  private final Consumer<Desk> opened;

  // Properties

  private final ObjectProperty<Step> step = new SimpleObjectProperty<>(new Step.Choose());
  private final StringProperty name = new SimpleStringProperty("");
  private final ObjectProperty<Workspaces.@Nullable Agency> agency = new SimpleObjectProperty<>();
  private final ObjectProperty<Path> folder = new SimpleObjectProperty<>();
  private final StringProperty password = new SimpleStringProperty("");
  private final StringProperty repeated = new SimpleStringProperty("");
  private final ObjectProperty<@Nullable Wrong> wrong = new SimpleObjectProperty<>();
  private final BooleanProperty busy = new SimpleBooleanProperty();

  /// @param opened takes the opened workspace
  public StartModel(
      Workspaces workspaces,
      Preferences preferences,
      Background background,
      Consumer<Desk> opened) {
    this.workspaces = workspaces;
    this.preferences = preferences;
    this.background = background;
    this.opened = opened;
    this.folder.set(workspaces.usualFolder());
    if (!preferences.recent().isEmpty()) {
      Preferences.Recent last = preferences.recent().getFirst();
      step.set(new Step.Unlock(last.folder(), last.name()));
    }
  }

  public ReadOnlyObjectProperty<Step> stepProperty() {
    return step;
  }

  public StringProperty nameProperty() {
    return name;
  }

  public ObjectProperty<Workspaces.@Nullable Agency> agencyProperty() {
    return agency;
  }

  public ObjectProperty<Path> folderProperty() {
    return folder;
  }

  public StringProperty passwordProperty() {
    return password;
  }

  public StringProperty repeatedProperty() {
    return repeated;
  }

  public ReadOnlyObjectProperty<@Nullable Wrong> wrongProperty() {
    return wrong;
  }

  public ReadOnlyBooleanProperty busyProperty() {
    return busy;
  }

  public Workspaces workspaces() {
    return workspaces;
  }

  public Preferences preferences() {
    return preferences;
  }

  // Commands

  public void begin(Who who, @Nullable Path received) {
    forgetPassword();
    step.set(new Step.Details(who, received));
  }

  public void unlock(Path chosen, String shownName) {
    forgetPassword();
    step.set(new Step.Unlock(chosen, shownName));
  }

  /// A backup or a colleague's file was chosen.
  public void receive(Path file) {
    forgetPassword();
    step.set(new Step.Restore(file));
  }

  public void back() {
    forgetPassword();
    step.set(new Step.Choose());
  }

  /// Makes the workspace that was described.
  public void create() {
    if (!(step.get() instanceof Step.Details details) || busy.get()) {
      return;
    }
    Wrong found = check(details);
    wrong.set(found);
    if (found != null) {
      return;
    }
    Workspaces.Agency of = agency.get();
    WorkspaceSettings settings =
        new WorkspaceSettings(
            details.who() == Who.MASTER ? Role.MASTER : Role.OFFICER,
            name.get().strip(),
            details.who() == Who.MASTER || of == null ? "bappeda" : of.code());
    char[] secret = password.get().toCharArray();
    Path target = folder.get();
    busy.set(true);
    background
        .runLong(_ -> {
          Path received = details.received();
          Desk desk =
              details.who() == Who.PARTNER && received != null
                  ? workspaces.partner(target, secret, settings.name(), received)
                  : workspaces.create(target, secret, settings, received);
          return new Step.Recovery(desk, desk.store().keys().freshRecoveryCode());
        })
        .onSuccess(made -> {
          forgetPassword();
          preferences.remember(target, made.desk().workspace().name());
          step.set(made);
        })
        .onError(WorkspaceExists.class, _ -> wrong.set(new Wrong("start.problem.exists", "")))
        .onError(Exception.class, this::failed)
        .atLast(() -> busy.set(false))
        .start();
  }

  /// The code is safe: work begins.
  public void begin() {
    if (step.get() instanceof Step.Recovery made) {
      opened.accept(made.desk());
    }
  }

  /// Opens the workspace whose password was typed.
  public void open() {
    if (step.get() instanceof Step.Unlock unlock && !busy.get()) {
      char[] secret = password.get().toCharArray();
      run(_ -> workspaces.open(unlock.folder(), secret), unlock.folder());
    }
  }

  /// Unpacks the chosen backup into the folder and opens it there.
  public void restore() {
    if (step.get() instanceof Step.Restore chosen && !busy.get()) {
      char[] secret = password.get().toCharArray();
      Path target = folder.get();
      run(_ -> workspaces.restore(chosen.file(), target, secret), target);
    }
  }

  /// Makes and opens the sample workspace.
  public void demo() {
    if (!busy.get()) {
      run(workspaces::demo, null);
    }
  }

  private void run(Background.LongWork<Desk> work, @Nullable Path remembered) {
    busy.set(true);
    wrong.set(null);
    background
        .runLong(work)
        .onSuccess(desk -> {
          forgetPassword();
          if (remembered != null) {
            preferences.remember(remembered, desk.workspace().name());
          }
          opened.accept(desk);
        })
        .onError(WrongPassword.class, _ -> wrong.set(new Wrong("start.problem.wrong", "")))
        .onError(WorkspaceInUse.class, _ -> wrong.set(new Wrong("start.problem.inUse", "")))
        .onError(NotAWorkspace.class, _ -> wrong.set(new Wrong("start.problem.none", "")))
        .onError(WorkspaceExists.class, _ -> wrong.set(new Wrong("start.problem.exists", "")))
        .onError(Exception.class, this::failed)
        .atLast(() -> busy.set(false))
        .start();
  }

  private void failed(Exception error) {
    System.getLogger(StartModel.class.getName())
        .log(System.Logger.Level.ERROR, "a workspace could not be opened", error);
    wrong.set(new Wrong("start.problem.failed", String.valueOf(error.getMessage())));
  }

  private @Nullable Wrong check(Step.Details details) {
    if (name.get().isBlank()) {
      return new Wrong("start.problem.name", "");
    }
    boolean asked =
        details.who() == Who.OFFICER
            || (details.who() == Who.PARTNER && details.received() == null);
    if (asked && agency.get() == null) {
      return new Wrong("start.problem.agency", "");
    }
    if (password.get().length() < PasswordStrength.SHORTEST) {
      return new Wrong("start.problem.short", "");
    }
    if (!password.get().equals(repeated.get())) {
      return new Wrong("start.problem.differs", "");
    }
    if (Files.exists(folder.get().resolve("workspace.json"))) {
      return new Wrong("start.problem.exists", "");
    }
    return null;
  }

  private void forgetPassword() {
    password.set("");
    repeated.set("");
    wrong.set(null);
  }
}
