package id.dampingan.ui.settings;

import id.dampingan.exchange.Addressee;
import id.dampingan.exchange.FilePasswords;
import id.dampingan.exchange.Seals;
import id.dampingan.ui.Background;
import id.dampingan.ui.Desk;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The key that packages are sealed with, and for whom passwords of files are kept.
public final class FilePasswordsModel {
  private final Desk desk;
  private final Background background;
  private final Supplier<String> language;

  private final RegainModel regain;

  // Properties

  private final ObservableList<FilePasswords.Kept> kept = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable Addressee> key = new ReadOnlyObjectWrapper<>();

  FilePasswordsModel(Desk desk, Background background, Supplier<String> language) {
    this.desk = desk;
    this.background = background;
    this.language = language;
    this.regain = new RegainModel(desk, background, language);
  }

  /// Bappeda's way into a laptop that its officer left.
  public RegainModel regain() {
    return regain;
  }

  public ObservableList<FilePasswords.Kept> kept() {
    return kept;
  }

  /// Bappeda's address: its own here, or as it is known here; null: it is not known yet.
  public ReadOnlyObjectProperty<@Nullable Addressee> keyProperty() {
    return key.getReadOnlyProperty();
  }

  public boolean isMaster() {
    return desk.isMaster();
  }

  // Commands

  void refresh() {
    background.run(() -> passwords().kept()).onSuccess(kept::setAll).start();
    background
        .run(() -> {
          Seals seals = new Seals(desk.store());
          return seals.own().or(seals::bappeda);
        })
        .onSuccess(found -> key.set(found.orElse(null)))
        .start();
  }

  public void forget(String who) {
    background
        .run(() -> {
          passwords().forget(who);
          return List.copyOf(passwords().kept());
        })
        .onSuccess(kept::setAll)
        .start();
  }

  private FilePasswords passwords() {
    return new FilePasswords(desk.office(language.get()));
  }
}
