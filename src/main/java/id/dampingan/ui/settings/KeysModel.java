package id.dampingan.ui.settings;

import id.dampingan.store.Keys;
import id.dampingan.store.WrongPassword;
import id.dampingan.ui.Background;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Who can open this workspace: people with their passwords, and the recovery code.
public final class KeysModel {
  private static final int SHORTEST = 8;

  /// What was done or is wrong, as a key of the texts.
  public record Said(String key, boolean wrong) {}

  private final Keys keys;
  private final Background background;
  private final IntegerProperty lockMinutes;

  // Properties

  private final ObservableList<String> users = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper code = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<@Nullable Said> said = new ReadOnlyObjectWrapper<>();

  public KeysModel(Keys keys, Background background, IntegerProperty lockMinutes) {
    this.keys = keys;
    this.background = background;
    this.lockMinutes = lockMinutes;
    users.setAll(keys.users());
    if (keys.isRecovered()) {
      said.set(new Said("keys.recovered", false));
    }
  }

  public ObservableList<String> users() {
    return users;
  }

  public String me() {
    return keys.user();
  }

  /// Whether the present password must be told before it is changed.
  public boolean asksOld() {
    return !keys.isRecovered();
  }

  public boolean hasCode() {
    return keys.hasRecoveryCode();
  }

  /// The new recovery code, to be printed or copied now; empty: none was made.
  public ReadOnlyStringProperty codeProperty() {
    return code.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<@Nullable Said> saidProperty() {
    return said.getReadOnlyProperty();
  }

  public IntegerProperty lockMinutesProperty() {
    return lockMinutes;
  }

  // Commands

  public void changeMine(String old, String fresh, String repeated) {
    if (!fits(fresh, repeated)) {
      return;
    }
    background
        .run(() -> {
          if (asksOld()) {
            keys.change(old.toCharArray(), fresh.toCharArray());
          } else {
            keys.put(me(), fresh.toCharArray());
          }
          return true;
        })
        .onSuccess(_ -> said.set(new Said("keys.changed", false)))
        .onError(WrongPassword.class, _ -> said.set(new Said("start.problem.wrong", true)))
        .start();
  }

  public void add(String name, String password, String repeated) {
    String person = name.strip();
    if (person.isEmpty()) {
      said.set(new Said("start.problem.name", true));
    } else if (users.contains(person)) {
      said.set(new Said("keys.known", true));
    } else if (fits(password, repeated)) {
      background
          .run(() -> {
            keys.put(person, password.toCharArray());
            return keys.users();
          })
          .onSuccess(now -> {
            users.setAll(now);
            said.set(new Said("keys.added", false));
          })
          .start();
    }
  }

  public void remove(String name) {
    background
        .run(() -> keys.remove(name))
        .onSuccess(gone -> {
          users.setAll(keys.users());
          said.set(gone ? new Said("keys.removed", false) : new Said("keys.stays", true));
        })
        .start();
  }

  public void makeCode() {
    background.run(keys::freshRecoveryCode).onSuccess(code::set).start();
  }

  private boolean fits(String password, String repeated) {
    if (password.length() < SHORTEST) {
      said.set(new Said("start.problem.short", true));
      return false;
    }
    if (!password.equals(repeated)) {
      said.set(new Said("start.problem.differs", true));
      return false;
    }
    return true;
  }
}
