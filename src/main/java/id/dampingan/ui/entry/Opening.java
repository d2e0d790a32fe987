package id.dampingan.ui.entry;

import id.dampingan.form.Form;
import id.dampingan.form.FormException;
import id.dampingan.form.FormSession;
import id.dampingan.form.SessionSetting;
import id.dampingan.merge.Review;
import id.dampingan.store.StoredRow;
import id.dampingan.submission.FilledForm;
import id.dampingan.submission.Submission;
import id.dampingan.submission.SystemField;
import id.dampingan.ui.Desk;
import id.dampingan.ui.Place;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Opens a record or begins a new one; runs in the background.
final class Opening {
  /// What the store had when the form was opened.
  ///
  /// @param existing null of a new form
  /// @param status `draf` or `lengkap`
  /// @param settled whether it was sent from here complete, or approved
  record Opened(
      Form form,
      @Nullable FilledForm existing,
      FormSession session,
      String status,
      Steps steps,
      boolean settled) {}

  private final Desk desk;
  private final Clock clock;

  Opening(Desk desk, Clock clock) {
    this.desk = desk;
    this.clock = clock;
  }

  /// Null if there is no such record, or its form is not here.
  @Nullable Opened open(UUID root) throws FormException {
    Optional<StoredRow> row = desk.store().row(root);
    Optional<FilledForm> filled = desk.store().filled(root);
    if (row.isEmpty() || filled.isEmpty()) {
      return null;
    }
    Form form = form(filled.get(), root);
    if (form == null) {
      return null;
    }
    FormSession session = FormSession.start(form, desk.lists(), setting(), filled.get(), root);
    return new Opened(
        form,
        filled.get(),
        session,
        row.get().status(),
        Steps.read(desk.store().setting(Keeping.stepsSetting(root))),
        isSettled(row.get()));
  }

  /// The newest version, unless somebody said that the draft is to be finished with its old one.
  private @Nullable Form form(FilledForm filled, UUID root) {
    String version = desk.store().setting(Desk.versionSetting(root));
    Optional<Form> old =
        version.isEmpty() ? Optional.empty() : desk.store().form(filled.form(), version);
    return old.or(() -> desk.store().form(filled.form())).orElse(null);
  }

  /// What only came from elsewhere is not yet ours to explain: a prelist is there to be changed.
  private boolean isSettled(StoredRow row) {
    List<Submission> family =
        desk.store().family(row.submission().root()).stream().map(StoredRow::submission).toList();
    boolean ours =
        family.stream()
            .anyMatch(each ->
                desk.store().writers().stream()
                    .anyMatch(writer -> each.version().counter(writer) > 0));
    return Review.isApproved(row.submission(), family) || (row.complete() && !row.unsent() && ours);
  }

  /// @param round the code of the open round, or the empty text
  @Nullable Opened begin(Place.NewEntry place, String round) throws FormException {
    if (desk.store().filled(place.root()).isPresent()) {
      return open(place.root());
    }
    Form form = desk.store().form(place.form()).orElse(null);
    if (form == null) {
      return null;
    }
    FormSession fresh = FormSession.start(form, desk.lists(), setting(), null, place.root());
    prefill(fresh, form, place, round);
    return new Opened(form, null, fresh, SystemField.STATUS_DRAFT, new Steps(), false);
  }

  /// The header that every form of the programme begins with.
  private void prefill(FormSession fresh, Form form, Place.NewEntry place, String round) {
    Map<String, String> known =
        Map.of(
            "desa",
            place.village() == null ? "" : place.village(),
            "putaran",
            round,
            "tanggal",
            LocalDate.now(clock).toString(),
            "petugas",
            desk.user());
    known.forEach((field, value) -> {
      if (!value.isEmpty() && form.main().field(field).isPresent()) {
        fresh.answer(place.root(), field, value);
      }
    });
  }

  private SessionSetting setting() {
    return new SessionSetting(clock, "", desk.user(), desk.workspace().writer());
  }
}
