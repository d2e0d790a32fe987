package id.dampingan.ui.mapping;

import id.dampingan.foreign.FieldMapping;
import id.dampingan.foreign.How;
import id.dampingan.form.Field;
import id.dampingan.form.FormTable;
import id.dampingan.ui.Ui;

/// What a slot is called and how it is answered, in people's words.
record SlotWords(Pairing pairing, Ui ui) {
  String title(Slot slot) {
    Field field = slot.field();
    if (field != null) {
      String label = field.label().in(ui.language());
      return label.isBlank() ? field.name() : label;
    }
    FormTable table = pairing.tableProperty().get();
    return switch (slot.kind()) {
      case ID -> ui.get("mapping.slot.id");
      case ONLY -> ui.get("mapping.slot.only");
      default ->
          ui.get("mapping.slot.parent", table == null ? "" : table.label().in(ui.language()));
    };
  }

  String answer(Slot slot) {
    String columns = String.join(" + ", slot.columns());
    FieldMapping mapping = slot.mapping();
    if (mapping != null && mapping.how() == How.CONSTANT) {
      return ui.get("mapping.answer.constant", constant(slot, mapping));
    }
    if (mapping != null && mapping.how() == How.TICKED) {
      return ui.get("mapping.answer.ticked", slot.columns().size());
    }
    if (columns.isEmpty()) {
      return ui.get(slot.field() == null ? "mapping.answer.unlinked" : "mapping.answer.none");
    }
    return "← " + columns;
  }

  String constant(Slot slot, FieldMapping mapping) {
    Field field = slot.field();
    return field == null
        ? mapping.text()
        : pairing.choices(field).stream()
            .filter(choice -> choice.value().equals(mapping.text()))
            .findFirst()
            .map(choice -> choice.label().in(ui.language()))
            .orElse(mapping.text());
  }
}
