package id.dampingan.ui.mapping;

import id.dampingan.foreign.Draft;
import id.dampingan.foreign.FieldMapping;
import id.dampingan.foreign.How;
import id.dampingan.form.Choice;
import id.dampingan.form.Field;
import id.dampingan.submission.FieldType;
import id.dampingan.ui.Follow;
import id.dampingan.ui.Parts;
import id.dampingan.ui.Tone;
import id.dampingan.ui.Ui;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// How the chosen question is answered: its column, what its cells mean, or one answer for all rows.
final class SlotPane {
  /// So many different contents are offered; who has more has no list of choices there.
  private static final int MOST_SAID = 40;

  private static final List<String> ORDERS = List.of("dmy", "mdy", "ymd");

  private final Pairing pairing;
  private final SlotWords words;
  private final Ui ui;

  SlotPane(MappingModel model, Ui ui) {
    this.pairing = model.pairing();
    this.words = new SlotWords(pairing, ui);
    this.ui = ui;
  }

  /// @param stacked whether it stands below the lists, as high as it needs
  Node build(boolean stacked) {
    VBox card = Parts.card();
    card.getStyleClass().add("subtle-card");
    card.setId("mapping-slot");
    Follow.with(card, () -> fill(card), pairing.slotProperty(), pairing.revisionProperty());
    if (stacked) {
      return card;
    }
    ScrollPane scroll = Parts.scrolling(card);
    scroll.setPrefWidth(ui.px(330));
    scroll.setMinWidth(ui.px(250));
    scroll.setMinHeight(ui.px(200));
    scroll.setPrefHeight(ui.px(220));
    return scroll;
  }

  private void fill(VBox card) {
    Slot slot = pairing.slotProperty().get();
    if (slot == null) {
      card.getChildren().setAll(Parts.paragraph(ui.get("mapping.choosePair"), "muted"));
      return;
    }
    List<Node> nodes = new ArrayList<>();
    nodes.add(Parts.paragraph(words.title(slot), "section-title"));
    Field field = slot.field();
    if (field == null) {
      nodes.add(
          Parts.paragraph(
              ui.get(
                  "mapping.slot." + slot.kind().name().toLowerCase(java.util.Locale.ROOT) + ".why"),
              "small"));
    } else if (slot.isMissing()) {
      nodes.add(Parts.message("mdomz-warning", ui.get("mapping.neededWhy"), Tone.WARNING));
    }
    if (slot.isFilled()) {
      nodes.add(answer(slot));
    }
    nodes.add(deeds(slot));
    FieldMapping mapping = slot.mapping();
    if (mapping != null && mapping.how() == How.DATE) {
      nodes.add(order(slot, mapping));
    }
    if (slot.kind() == Slot.Kind.ONLY && slot.isFilled()) {
      nodes.add(only(slot));
    } else if (field != null && mapping != null && !slot.columns().isEmpty()) {
      if (field.type().isChoice() && mapping.how() != How.TICKED) {
        nodes.add(meanings(slot, field, mapping));
      }
    }
    if (field != null && slot.columns().isEmpty()) {
      nodes.add(constant(slot, field, mapping));
    }
    card.getChildren().setAll(nodes);
  }

  private Node deeds(Slot slot) {
    Button pair =
        Parts.button(
            "mapping-pair",
            ui.get("mapping.pair"),
            "mdoal-compare_arrows",
            () -> pair(slot, false));
    pair.disableProperty().bind(pairing.columnProperty().isNull());
    FlowPane deeds = new FlowPane(pair);
    deeds.getStyleClass().add("filters");
    if (slot.field() != null && !slot.columns().isEmpty()) {
      Button join =
          Parts.button("mapping-join", ui.get("mapping.join"), "mdoal-add", () -> pair(slot, true));
      join.disableProperty().bind(pairing.columnProperty().isNull());
      deeds.getChildren().add(join);
    }
    return deeds;
  }

  private void pair(Slot slot, boolean also) {
    Pairing.Column column = pairing.columnProperty().get();
    if (column != null && also) {
      pairing.join(column, slot);
    } else if (column != null) {
      pairing.pair(column, slot);
    }
  }

  private Node answer(Slot slot) {
    HBox row =
        Parts.row(
            Parts.shrinking(words.answer(slot), "link-word"),
            Parts.spring(),
            Parts.button(
                "mapping-release",
                ui.get("mapping.release"),
                "mdoal-clear",
                () -> pairing.release(slot)));
    row.setMinWidth(0);
    return row;
  }

  private Node order(Slot slot, FieldMapping mapping) {
    ComboBox<String> combo =
        Parts.combo(
            "mapping-order",
            ui.get("mapping.order"),
            ORDERS,
            order -> ui.get("mapping.order." + order));
    combo.setValue(mapping.text());
    combo.setMaxWidth(Double.MAX_VALUE);
    combo.setOnAction(_ -> {
      String chosen = combo.getValue();
      if (chosen != null && !chosen.equals(mapping.text())) {
        pairing.dateOrder(slot, chosen);
      }
    });
    return Parts.column(Parts.paragraph(ui.get("mapping.order"), "muted"), combo);
  }

  private Node only(Slot slot) {
    VBox box = Parts.column(Parts.paragraph(ui.get("mapping.onlyValues"), "muted"));
    box.getStyleClass().add("tight");
    int number = 0;
    for (String said : pairing.said(slot).stream().limit(MOST_SAID).toList()) {
      CheckBox tick = new CheckBox(Samples.masked(said));
      tick.setId("mapping-only-" + number++);
      tick.setSelected(pairing.counts(said));
      tick.setOnAction(_ -> pairing.only(slot, said, tick.isSelected()));
      box.getChildren().add(tick);
    }
    return box;
  }

  /// What each content means; what the form understands by itself needs nothing.
  private Node meanings(Slot slot, Field field, FieldMapping mapping) {
    VBox box = Parts.column(Parts.paragraph(ui.get("mapping.meanings"), "muted"));
    List<String> said = new ArrayList<>(pairing.said(slot));
    mapping.codes().keySet().stream()
        .filter(each -> !each.equals("*") && !said.contains(each))
        .forEach(said::add);
    int number = 0;
    for (String each : said.stream().limit(MOST_SAID).toList()) {
      box.getChildren().add(meaning(slot, field, mapping, each, number++));
    }
    return box;
  }

  private Node meaning(Slot slot, Field field, FieldMapping mapping, String said, int number) {
    String code = Draft.meaning(mapping, said);
    boolean clear = code != null || said.isEmpty() || pairing.isUnderstood(field, said);
    List<Meaning> meanings = new ArrayList<>();
    meanings.add(new Meaning(null, ui.get("mapping.asItStands")));
    meanings.add(new Meaning("", ui.get("mapping.noAnswer")));
    for (Choice choice : pairing.choices(field)) {
      meanings.add(new Meaning(choice.value(), choice.label().in(ui.language())));
    }
    String shown = said.isEmpty() ? ui.get("mapping.emptyCell") : Samples.masked(said);
    ComboBox<Meaning> combo =
        Parts.combo(
            "mapping-meaning-" + number,
            ui.get("mapping.meaningOf", shown),
            meanings,
            Meaning::words);
    meanings.stream()
        .filter(each -> java.util.Objects.equals(each.code(), code))
        .findFirst()
        .ifPresent(combo::setValue);
    combo.setOnAction(_ -> {
      Meaning chosen = combo.getValue();
      if (chosen != null && !java.util.Objects.equals(chosen.code(), code)) {
        pairing.code(slot, said, chosen.code());
      }
    });
    combo.setPrefWidth(ui.px(150));
    combo.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(combo, Priority.ALWAYS);
    HBox row =
        Parts.row(
            clear
                ? Parts.icon("mdoal-check", Tone.SUCCESS)
                : Parts.icon("mdomz-warning", Tone.WARNING),
            Parts.shrinking(shown),
            Parts.icon("mdoal-arrow_forward"),
            combo);
    ((javafx.scene.control.Label) row.getChildren().get(1)).setPrefWidth(ui.px(90));
    return row;
  }

  /// @param code null: the text as it stands
  private record Meaning(@Nullable String code, String words) {}

  private Node constant(Slot slot, Field field, @Nullable FieldMapping mapping) {
    String now = mapping == null ? "" : mapping.text();
    List<Choice> choices = pairing.choices(field);
    VBox box = Parts.column(Parts.paragraph(ui.get("mapping.constant"), "muted"));
    if (field.type() == FieldType.SELECT_ONE && !choices.isEmpty()) {
      ComboBox<Choice> combo =
          Parts.combo(
              "mapping-constant",
              ui.get("mapping.constantOf", words.title(slot)),
              choices,
              choice -> choice.label().in(ui.language()));
      choices.stream()
          .filter(each -> each.value().equals(now))
          .findFirst()
          .ifPresent(combo::setValue);
      combo.setPromptText(ui.get("mapping.constantChoose"));
      combo.setMaxWidth(Double.MAX_VALUE);
      combo.setOnAction(_ -> {
        Choice chosen = combo.getValue();
        if (chosen != null && !chosen.value().equals(now)) {
          pairing.constant(slot, chosen.value());
        }
      });
      box.getChildren().add(combo);
      return box;
    }
    TextField text = new TextField(now);
    text.setId("mapping-constant");
    text.setAccessibleText(ui.get("mapping.constantOf", words.title(slot)));
    text.setPromptText(
        ui.get(field.type() == FieldType.DATE ? "mapping.constantDate" : "mapping.constantText"));
    Runnable take =
        () -> {
          if (!text.getText().strip().equals(now)) {
            pairing.constant(slot, text.getText());
          }
        };
    text.setOnAction(_ -> take.run());
    HBox.setHgrow(text, Priority.ALWAYS);
    box.getChildren()
        .add(
            Parts.row(
                text, Parts.button("mapping-constant-take", ui.get("mapping.take"), null, take)));
    return box;
  }
}
