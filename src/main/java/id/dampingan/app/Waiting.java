package id.dampingan.app;

import id.dampingan.form.Form;
import id.dampingan.store.FormCount;
import id.dampingan.store.Search;
import id.dampingan.ui.Background;
import id.dampingan.ui.Desk;
import id.dampingan.ui.StatusLine;
import java.util.Set;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableIntegerValue;

/// The numbers beside the rail's words, asked again after every commit.
final class Waiting {
  private record Numbers(int conflicts, int held, int unsent, int unreceived, String round) {}

  private final Desk desk;
  private final Background background;
  private final StatusLine status;
  private final SimpleIntegerProperty conflicts = new SimpleIntegerProperty();
  private final SimpleIntegerProperty held = new SimpleIntegerProperty();
  private final SimpleIntegerProperty duplicates = new SimpleIntegerProperty();

  Waiting(Desk desk, Background background, StatusLine status) {
    this.desk = desk;
    this.background = background;
    this.status = status;
    desk.revisionProperty().addListener(_ -> refresh());
  }

  ObservableIntegerValue conflicts() {
    return conflicts;
  }

  ObservableIntegerValue held() {
    return held;
  }

  ObservableIntegerValue duplicates() {
    return duplicates;
  }

  ObservableIntegerValue unsent() {
    return status.unsentProperty();
  }

  void refresh() {
    background
        .run(this::count)
        .onSuccess(numbers -> {
          conflicts.set(numbers.conflicts());
          held.set(numbers.held());
          status.unsentProperty().set(numbers.unsent());
          status.unreceivedProperty().set(numbers.unreceived());
          status.roundProperty().set(numbers.round());
        })
        .start();
    if (desk.isMaster()) {
      background.runLong(_ -> desk.duplicates().now().size()).onSuccess(duplicates::set).start();
    }
  }

  private Numbers count() {
    int unsent = 0;
    if (!desk.isMaster()) {
      for (Form form : desk.fieldForms()) {
        unsent +=
            desk.store()
                .search(new Search(form.id(), "", Set.of(), null, Search.Kind.UNSENT, 0, 1))
                .total();
      }
    }
    return new Numbers(
        desk.store().counts().stream().mapToInt(FormCount::conflict).sum(),
        desk.store().held(null).size(),
        unsent,
        desk.store().shipments().unreceived(),
        desk.openRound());
  }
}
