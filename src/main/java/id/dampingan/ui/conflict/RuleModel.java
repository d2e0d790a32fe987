package id.dampingan.ui.conflict;

import id.dampingan.exchange.ConflictSide;
import id.dampingan.exchange.DecideErrand;
import id.dampingan.exchange.DecisionRule;
import id.dampingan.exchange.OpenConflict;
import id.dampingan.store.Batch;
import id.dampingan.store.StoredRow;
import id.dampingan.submission.Candidate;
import id.dampingan.ui.Ui;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// A rule for many conflicts: what it would decide, seen first, then decided as one batch.
public final class RuleModel {
  /// One conflict that the rule decides, and the side that wins.
  public record Planned(Conflict conflict, ConflictSide winner) {}

  /// What a rule would decide.
  ///
  /// @param asked how many conflicts it was asked about
  public record Plan(List<Planned> lines, int asked) {
    public Plan {
      lines = List.copyOf(lines);
    }
  }

  private final ConflictModel model;
  private final Ui ui;

  // Properties

  private final ObjectProperty<@Nullable DecisionRule> rule = new SimpleObjectProperty<>();
  private final BooleanProperty thisFieldOnly = new SimpleBooleanProperty(true);
  private final ObjectProperty<@Nullable Plan> plan = new SimpleObjectProperty<>();
  private final BooleanProperty previewing = new SimpleBooleanProperty();
  private final ObservableList<DecisionRule> rules = FXCollections.observableArrayList();

  RuleModel(ConflictModel model, Ui ui) {
    this.model = model;
    this.ui = ui;
    rules.setAll(new DecisionRule.Newest(), new DecisionRule.Filled());
    rule.addListener(_ -> plan());
    thisFieldOnly.addListener(_ -> plan());
    model.conflicts().addListener((javafx.beans.InvalidationListener) _ -> plan());
    model
        .selectedProperty()
        .addListener((_, before, now) -> {
          boolean sameField =
              before != null && now != null && before.fieldName().equals(now.fieldName());
          if (thisFieldOnly.get() && !sameField) {
            plan();
          }
        });
  }

  public ObjectProperty<@Nullable DecisionRule> ruleProperty() {
    return rule;
  }

  /// Only conflicts about the selected question; else all that the filters let through.
  public BooleanProperty thisFieldOnlyProperty() {
    return thisFieldOnly;
  }

  /// Null while there is no rule, or it is being worked out.
  public ReadOnlyObjectProperty<@Nullable Plan> planProperty() {
    return plan;
  }

  public BooleanProperty previewingProperty() {
    return previewing;
  }

  /// The newest, the non-empty, and one for each sender.
  public ObservableList<DecisionRule> rules() {
    return rules;
  }

  /// Looks who sent something.
  void refresh() {
    ui.background()
        .run(() ->
            model.desk().store().batches().stream()
                .map(Batch::header)
                .map(header -> header.sender())
                .filter(sender -> !sender.isEmpty())
                .distinct()
                .sorted()
                .toList())
        .onSuccess(senders -> {
          List<DecisionRule> found =
              new ArrayList<>(List.of(new DecisionRule.Newest(), new DecisionRule.Filled()));
          senders.forEach(sender -> found.add(new DecisionRule.From(sender)));
          if (!found.equals(rules)) {
            rules.setAll(found);
          }
        })
        .start();
  }

  private void plan() {
    plan.set(null);
    DecisionRule by = rule.get();
    Conflict selected = model.selectedProperty().get();
    if (by == null || selected == null) {
      previewing.set(false);
      return;
    }
    List<Conflict> asked =
        model.conflicts().stream()
            .filter(each -> !thisFieldOnly.get() || each.fieldName().equals(selected.fieldName()))
            .toList();
    ui.background()
        .run(() -> planned(by, asked))
        .onSuccess(found -> {
          if (by.equals(rule.get())) {
            plan.set(found);
          }
        })
        .start();
  }

  private Plan planned(DecisionRule by, List<Conflict> asked) {
    Map<UUID, StoredRow> rows = new LinkedHashMap<>();
    Map<UUID, Map<String, Conflict>> wanted = new HashMap<>();
    for (Conflict conflict : asked) {
      rows.put(conflict.uuid(), conflict.row());
      wanted
          .computeIfAbsent(conflict.uuid(), _ -> new HashMap<>())
          .put(conflict.fieldName(), conflict);
    }
    List<Planned> lines = new ArrayList<>();
    for (OpenConflict open : errand().conflicts(rows.values())) {
      Conflict conflict =
          wanted.getOrDefault(open.row().submission().uuid(), Map.of()).get(open.field());
      if (conflict != null) {
        by.choose(open.sides()).ifPresent(side -> lines.add(new Planned(conflict, side)));
      }
    }
    return new Plan(lines, asked.size());
  }

  private DecideErrand errand() {
    return new DecideErrand(model.desk().office(ui.language()));
  }

  /// Decides what the plan says, as one batch.
  public void apply() {
    Plan of = plan.get();
    if (of == null || of.lines().isEmpty()) {
      return;
    }
    plan.set(null);
    previewing.set(false);
    ui.background()
        .runLong(_ -> errand().decideAll(decisions(of.lines())))
        .onSuccess(done -> {
          rule.set(null);
          model.noteDecided(done.batch(), done.decided());
        })
        .start();
  }

  private static List<DecideErrand.Decision> decisions(Collection<Planned> lines) {
    return lines.stream()
        .map(line -> {
          Candidate winner = line.winner().candidate();
          return new DecideErrand.Decision(
              line.conflict().row().submission().form(),
              line.conflict().uuid(),
              line.conflict().fieldName(),
              winner.strongest());
        })
        .toList();
  }
}
