package id.dampingan.ui.conflict;

import id.dampingan.exchange.DecisionRule;
import id.dampingan.ui.Follow;
import id.dampingan.ui.Parts;
import id.dampingan.ui.Tables;
import id.dampingan.ui.Ui;
import java.util.List;
import java.util.Objects;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// Below the conflict: a rule for many, how many it would decide, and which.
final class RuleBar {
  private final ConflictModel model;
  private final RuleModel rules;
  private final ConflictWords words;
  private final Ui ui;

  RuleBar(ConflictModel model, RuleModel rules, ConflictWords words, Ui ui) {
    this.model = model;
    this.rules = rules;
    this.words = words;
    this.ui = ui;
  }

  Node build() {
    ComboBox<DecisionRule> rule =
        Parts.combo("conflict-rule", ui.get("conflict.rule"), rules.rules(), words::rule);
    rule.setItems(rules.rules());
    rule.setPromptText(ui.get("conflict.rule.choose"));
    rule.valueProperty().bindBidirectional(rules.ruleProperty());
    ComboBox<Boolean> scope =
        Parts.combo(
            "conflict-scope",
            ui.get("conflict.rule.scope"),
            List.of(true, false),
            only -> ui.get(only ? "conflict.rule.field" : "conflict.rule.all"));
    scope.setValue(rules.thisFieldOnlyProperty().get());
    scope.valueProperty().addListener((_, _, now) -> rules.thisFieldOnlyProperty().set(now));
    Button apply = Parts.button("conflict-apply", "", null, rules::apply);
    Label about = Parts.paragraph("", "small");
    Hyperlink preview =
        Parts.link(
            "conflict-preview",
            ui.get("conflict.rule.preview"),
            () -> rules.previewingProperty().set(!rules.previewingProperty().get()));
    FlowPane line =
        new FlowPane(Parts.label(ui.get("conflict.rule"), "bold"), rule, scope, apply, preview);
    line.getStyleClass().add("filters");
    line.setRowValignment(javafx.geometry.VPos.CENTER);
    VBox bar = Parts.card(line, about);
    bar.getStyleClass().addAll("subtle-card", "rule-bar");
    Follow.with(
        bar,
        () -> {
          RuleModel.Plan plan = rules.planProperty().get();
          int decides = plan == null ? 0 : plan.lines().size();
          apply.setText(ui.count("conflict.rule.apply", decides));
          apply.setDisable(decides == 0);
          preview.setVisible(decides > 0);
          preview.setManaged(decides > 0);
          about.setText(
              plan == null
                  ? ui.get("conflict.rule.about")
                  : ui.get("conflict.rule.plan", decides, plan.asked(), model.count() - decides));
        },
        rules.planProperty());
    return bar;
  }

  /// What the rule would decide, line by line.
  Node preview() {
    RuleModel.Plan plan = Objects.requireNonNull(rules.planProperty().get());
    TableView<RuleModel.Planned> table =
        Tables.table(
            "conflict-planned",
            ui.get("conflict.rule.preview"),
            FXCollections.observableArrayList(plan.lines()),
            Parts.label("", "muted"));
    TableColumn<RuleModel.Planned, RuleModel.Planned> place =
        Tables.text(ui.get("conflict.place"), ui.px(180), line -> words.place(line.conflict()));
    TableColumn<RuleModel.Planned, RuleModel.Planned> from =
        Tables.text(ui.get("conflict.who"), ui.px(120), line -> line.winner().who());
    table
        .getColumns()
        .setAll(
            List.of(
                Tables.text(
                    ui.get("conflict.record"), ui.px(160), line -> words.name(line.conflict())),
                place,
                Tables.text(
                    ui.get("held.question"), ui.px(150), line -> words.question(line.conflict())),
                Tables.text(ui.get("conflict.loses"), ui.px(150), this::losers),
                Tables.text(
                    ui.get("conflict.wins"),
                    ui.px(150),
                    line -> words.value(line.conflict(), line.winner().candidate().value())),
                from));
    Tables.fold(table, place, from);
    return Tables.boxed(table);
  }

  private String losers(RuleModel.Planned line) {
    return String.join(
        " | ",
        line.conflict().candidates().stream()
            .filter(each -> !each.value().equals(line.winner().candidate().value()))
            .map(each -> words.value(line.conflict(), each.value()))
            .toList());
  }
}
