package id.dampingan.ui.home;

import id.dampingan.form.Form;
import id.dampingan.store.Search;
import id.dampingan.store.StoredRow;
import id.dampingan.ui.Desk;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// The remarks that wait for an officer: those of others on records that nobody touched since.
final class Remarks {
  private static final String FORM = "catatan";
  private static final int MOST = 1000;

  private Remarks() {}

  static List<HomeModel.Todo> open(Desk desk) {
    List<HomeModel.Todo> open = new ArrayList<>();
    if (desk.store().form(FORM).isEmpty()) {
      return open;
    }
    for (StoredRow remark : desk.store().search(Search.of(FORM).page(0, MOST)).rows()) {
      String about = remark.value("rekaman");
      if (remark.value("dari").equals(desk.user()) || !isUuid(about)) {
        continue;
      }
      StoredRow row = desk.store().row(UUID.fromString(about)).orElse(null);
      if (row == null
          || row.submission().isDeleted()
          || row.changedAt().isAfter(remark.changedAt())) {
        continue;
      }
      Form form = desk.store().form(Form.idOf(row.submission().form())).orElse(null);
      if (form != null) {
        open.add(
            new HomeModel.Todo(
                HomeModel.Kind.REMARK,
                row,
                form,
                1,
                remark.changedAt(),
                remark.value("isi"),
                remark.value("pertanyaan")));
      }
    }
    return open;
  }

  private static boolean isUuid(String text) {
    return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  }
}
