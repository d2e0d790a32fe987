package id.dampingan.ui.print;

import id.dampingan.exchange.PrintErrand;
import id.dampingan.form.Form;
import id.dampingan.report.paper.NoSuchPaper;
import id.dampingan.report.paper.Pages;
import id.dampingan.report.paper.PaperKind;
import id.dampingan.report.paper.PaperOrder;
import id.dampingan.report.paper.PaperSize;
import id.dampingan.store.FormCount;
import id.dampingan.store.StoredRow;
import id.dampingan.ui.Background;
import id.dampingan.ui.Desk;
import id.dampingan.ui.Place;
import id.dampingan.ui.Ui;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What will be printed, how its pages look, and where they go.
public final class PrintModel {
  private static final double DOTS_AN_INCH = 110;

  /// What the place asked for, as far as the store knows it.
  private record Found(
      List<Form> forms, Set<String> villages, @Nullable StoredRow record, List<String> printers) {}

  /// The pages as they were last set.
  @SuppressWarnings("ArrayRecordComponent") // carried, never compared
  private record Proof(String fileName, byte[] pdf, int pages, Pages.Picture first) {}

  private final Desk desk;
  private final Ui ui;
  private final Background background;
  private @Nullable UUID root;
  private int asked;
  private byte[] pdf = new byte[0];
  private String fileName = "";

  // Properties

  private final ObservableList<PaperKind> kinds = FXCollections.observableArrayList();
  private final ObservableList<Form> forms = FXCollections.observableArrayList();
  private final ObservableList<String> villages = FXCollections.observableArrayList();
  private final ObservableList<String> printers = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable PaperKind> kind = new SimpleObjectProperty<>();
  private final ObjectProperty<PaperSize> size = new SimpleObjectProperty<>(PaperSize.A4);
  private final ObjectProperty<@Nullable Form> form = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable String> village = new SimpleObjectProperty<>();
  private final BooleanProperty bilingual = new SimpleBooleanProperty();
  private final StringProperty reason = new SimpleStringProperty("");
  private final IntegerProperty copies = new SimpleIntegerProperty(1);
  private final BooleanProperty busy = new SimpleBooleanProperty();
  private final IntegerProperty pages = new SimpleIntegerProperty();
  private final IntegerProperty page = new SimpleIntegerProperty();
  private final ObjectProperty<Pages.@Nullable Picture> picture = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable Exception> failure = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable Path> written = new SimpleObjectProperty<>();
  private final StringProperty sentTo = new SimpleStringProperty("");

  public PrintModel(Desk desk, Ui ui, Place.Print place) {
    this.desk = desk;
    this.ui = ui;
    this.background = ui.background();
    village.set(place.village());
    background
        .run(() -> find(place.root()))
        .onSuccess(found -> {
          begin(place, found);
          kind.addListener(_ -> refresh());
          size.addListener(_ -> refresh());
          form.addListener(_ -> refresh());
          village.addListener(_ -> refresh());
          bilingual.addListener(_ -> refresh());
          reason.addListener(_ -> refresh());
          refresh();
        })
        .start();
  }

  public Desk desk() {
    return desk;
  }

  /// What can be printed from here, the likeliest first.
  public ObservableList<PaperKind> kinds() {
    return kinds;
  }

  public ObservableList<Form> forms() {
    return forms;
  }

  /// The codes of the villages that are known here.
  public ObservableList<String> villages() {
    return villages;
  }

  /// The system's printers; empty if it has none.
  public ObservableList<String> printers() {
    return printers;
  }

  public ObjectProperty<@Nullable PaperKind> kindProperty() {
    return kind;
  }

  public ObjectProperty<PaperSize> sizeProperty() {
    return size;
  }

  public ObjectProperty<@Nullable Form> formProperty() {
    return form;
  }

  public ObjectProperty<@Nullable String> villageProperty() {
    return village;
  }

  public BooleanProperty bilingualProperty() {
    return bilingual;
  }

  /// Why numbers of persons are printed whole; empty: they are masked.
  public StringProperty reasonProperty() {
    return reason;
  }

  public IntegerProperty copiesProperty() {
    return copies;
  }

  public ReadOnlyBooleanProperty busyProperty() {
    return busy;
  }

  /// How many pages there are; 0: not known yet.
  public ReadOnlyIntegerProperty pagesProperty() {
    return pages;
  }

  /// The page that is looked at, from 0.
  public ReadOnlyIntegerProperty pageProperty() {
    return page;
  }

  public ReadOnlyObjectProperty<Pages.@Nullable Picture> pictureProperty() {
    return picture;
  }

  public ReadOnlyObjectProperty<@Nullable Exception> failureProperty() {
    return failure;
  }

  /// The PDF that was written last, null: none yet.
  public ReadOnlyObjectProperty<@Nullable Path> writtenProperty() {
    return written;
  }

  /// The printer that the pages went to last; empty: none yet.
  public StringProperty sentToProperty() {
    return sentTo;
  }

  /// Proposed for the PDF.
  public String fileName() {
    return fileName.isEmpty() ? "dampingan.pdf" : fileName;
  }

  public boolean needsForm() {
    return kind.get() == PaperKind.BLANK || kind.get() == PaperKind.LIST;
  }

  public boolean takesVillage() {
    PaperKind now = kind.get();
    return now != null && now != PaperKind.FILLED;
  }

  public boolean mayReveal() {
    PaperKind now = kind.get();
    return now != null && now.isPersonal() && !desk.isPartners();
  }

  // Commands

  /// Sets the pages anew, as after the language changed.
  public void refresh() {
    if (kind.get() == null) {
      return;
    }
    int question = ++asked;
    written.set(null);
    sentTo.set("");
    PaperOrder order = order();
    if (order.kind().isOfVillage() && order.village().isEmpty()) {
      failed(question, new NoSuchPaper(NoSuchPaper.Missing.VILLAGE, ""));
      return;
    }
    busy.set(true);
    background
        .runLong(_ -> set(order))
        .onSuccess(set -> {
          if (question == asked) {
            pdf = set.pdf();
            fileName = set.fileName();
            failure.set(null);
            page.set(0);
            pages.set(set.pages());
            picture.set(set.first());
          }
        })
        .onError(NoSuchPaper.class, error -> failed(question, error))
        .onError(IOException.class, error -> failed(question, error))
        .atLast(() -> {
          if (question == asked) {
            busy.set(false);
          }
        })
        .start();
  }

  /// Looks at another page.
  public void turn(int pagesOn) {
    int next = Math.clamp(page.get() + pagesOn, 0, Math.max(0, pages.get() - 1));
    if (next == page.get()) {
      return;
    }
    page.set(next);
    byte[] of = pdf;
    background
        .run(() -> {
          try (Pages document = new Pages(of)) {
            return document.picture(next, DOTS_AN_INCH);
          }
        })
        .onSuccess(drawn -> {
          if (of == pdf && page.get() == next) {
            picture.set(drawn);
          }
        })
        .start();
  }

  /// Writes the PDF.
  public void write(Path file) {
    PaperOrder order = order();
    act(
        background.runLong(_ -> new PrintErrand(office()).toFile(order, file)),
        () -> written.set(file));
  }

  /// Sends the pages to a printer.
  public void print(String printer) {
    PaperOrder order = order();
    int count = copies.get();
    act(
        background.runLong(_ -> new PrintErrand(office()).toPrinter(order, printer, count)),
        () -> sentTo.set(printer));
  }

  private <T> void act(Background.Work<T> work, Runnable done) {
    int question = asked;
    busy.set(true);
    failure.set(null);
    written.set(null);
    sentTo.set("");
    work.onSuccess(_ -> done.run())
        .onError(NoSuchPaper.class, error -> failed(question, error))
        .onError(IOException.class, error -> failed(question, error))
        .atLast(() -> busy.set(false));
    ui.status().watch(work);
    work.start();
  }

  private void failed(int question, Exception error) {
    if (question == asked) {
      failure.set(error);
      pages.set(0);
      picture.set(null);
    }
  }

  private id.dampingan.exchange.Office office() {
    return desk.office(ui.language());
  }

  private Proof set(PaperOrder order) throws NoSuchPaper, IOException {
    PrintErrand.Printed printed = new PrintErrand(office()).look(order);
    try (Pages document = new Pages(printed.pdf())) {
      return new Proof(
          printed.paper().fileName(),
          printed.pdf(),
          document.count(),
          document.picture(0, DOTS_AN_INCH));
    }
  }

  /// The order as it is chosen now.
  PaperOrder order() {
    PaperKind now = java.util.Objects.requireNonNull(kind.get());
    Form chosen = form.get();
    String where = village.get();
    return PaperOrder.of(now)
        .on(size.get())
        .in(ui.language(), bilingual.get())
        .ofForm(chosen == null ? "" : chosen.id())
        .ofRecord(usesRecord(now) ? root : null)
        .inVillage(where == null || now == PaperKind.FILLED ? "" : where)
        .revealed(now.isPersonal() ? reason.get() : "");
  }

  private boolean usesRecord(PaperKind now) {
    Form of = form.get();
    String id = of == null ? "" : of.id();
    return switch (now) {
      case FILLED -> true;
      case VISIT -> id.equals("kunjungan");
      case MINUTES, ATTENDANCE -> id.equals("musyawarah");
      case BLANK, LIST, PRELIST, PROFILE, ANSWERS -> false;
    };
  }

  private Found find(@Nullable UUID uuid) {
    Set<String> codes = new TreeSet<>();
    desk.store().counts().stream().map(FormCount::village).forEach(codes::add);
    desk.store()
        .each(
            id.dampingan.store.Selection.LIVE.ofTable("penugasan"),
            row -> codes.add(row.village()));
    codes.remove("");
    List<String> names;
    try {
      names = Pages.printers();
    } catch (RuntimeException | LinkageError _) {
      names = List.of(); // a system without printing
    }
    StoredRow record = uuid == null ? null : desk.store().row(uuid).orElse(null);
    return new Found(
        desk.isMaster() ? desk.store().forms() : desk.fieldForms(), codes, record, names);
  }

  private void begin(Place.Print place, Found found) {
    forms.setAll(found.forms());
    villages.setAll(found.villages());
    printers.setAll(found.printers());
    StoredRow record = found.record();
    root = record == null ? null : record.submission().root();
    if (record != null && !record.village().isEmpty()) {
      village.set(record.village());
    }
    String where = village.get();
    if (where != null && !villages.contains(where)) {
      villages.add(where);
    }
    String id = record == null ? place.form() : Form.idOf(record.submission().form());
    form.set(
        forms.stream()
            .filter(each -> each.id().equals(id))
            .findFirst()
            .orElse(forms.isEmpty() ? null : forms.getFirst()));
    boolean ofVillage = id == null;
    if (ofVillage && where == null && villages.size() == 1) {
      village.set(villages.getFirst());
    }
    List<PaperKind> offered = new ArrayList<>();
    if (root != null) {
      offered.add(PaperKind.FILLED);
    } else if (place.root() == null && id != null) {
      offered.add(id.equals("rumah_tangga") ? PaperKind.PRELIST : PaperKind.LIST);
    } else if (ofVillage) {
      offered.add(PaperKind.PROFILE);
    }
    for (PaperKind each : PaperKind.values()) {
      if (!offered.contains(each) && (each != PaperKind.FILLED || root != null)) {
        offered.add(each);
      }
    }
    kinds.setAll(offered);
    kind.set(offered.getFirst());
  }
}
