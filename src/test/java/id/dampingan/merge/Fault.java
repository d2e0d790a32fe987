package id.dampingan.merge;

import id.dampingan.submission.Candidate;
import id.dampingan.submission.CodePoints;
import id.dampingan.submission.Dot;
import id.dampingan.submission.IncomingRow;
import id.dampingan.submission.Register;
import id.dampingan.submission.Submission;
import id.dampingan.submission.SystemField;
import id.dampingan.submission.VersionVector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/// Simpler merge rules that look right, each with the law that refutes it.
enum Fault implements Place.Moves {
  /// The file read last wins, field by field.
  LAST_READ_WINS(Laws.L2_ORDER_OF_FILES_DOES_NOT_MATTER) {
    @Override
    Submission join(Submission stored, Submission said) {
      return byField(stored, said, (_, theirs) -> theirs);
    }
  },

  /// The row with the higher vector wins as a whole.
  NEWER_ROW_WINS(Laws.L6_UNSEEN_DIFFERENT_CHANGES_STAY_OPEN_UNTIL_DECIDED) {
    @Override
    Submission join(Submission stored, Submission said) {
      return byField(
          stored,
          said,
          (mine, theirs) -> theirs.context().highest() > mine.context().highest() ? theirs : mine);
    }
  },

  /// A different value is always a conflict, whatever its writer had seen.
  CONTEXT_IGNORED(Laws.L8_OLD_FILES_BRING_NOTHING_BACK) {
    @Override
    Submission join(Submission stored, Submission said) {
      return byField(
          stored,
          said,
          (mine, theirs) -> {
            SortedMap<Dot, String> live = new TreeMap<>(mine.live());
            live.putAll(theirs.live());
            return new Register(live, mine.context().join(theirs.context()));
          });
    }
  },

  /// An export shows the winner of a conflict and forgets the others.
  LOSERS_STAY_AT_HOME(Laws.L6_UNSEEN_DIFFERENT_CHANGES_STAY_OPEN_UNTIL_DECIDED) {
    @Override
    public Submission exported(Submission submission) {
      return byField(
          submission,
          submission,
          (mine, _) -> {
            SortedMap<Dot, String> shown = new TreeMap<>();
            Candidate first = mine.candidates("").getFirst();
            first.dots().forEach(dot -> shown.put(dot, first.value()));
            return new Register(shown, mine.context());
          });
    }
  },

  /// Whoever reads a hand edit names it, as if it had been made there.
  HAND_EDIT_NAMED_BY_ITS_READER(Laws.L3_FULL_EXCHANGE_MAKES_ALL_STORES_EQUAL) {
    @Override
    Submission said(Submission said, IncomingRow row, @Nullable Submission stored, Place place) {
      if (row.stamp() == null) {
        return said;
      }
      VersionVector known = row.stamp().version();
      long next = Math.max(known.highest(), stored == null ? 0 : stored.version().highest()) + 1;
      Map<Dot, Dot> named = new HashMap<>();
      SortedMap<String, Register> registers = new TreeMap<>(CodePoints.ORDER);
      VersionVector version = known;
      for (Map.Entry<String, Register> entry : said.registers().entrySet()) {
        SortedMap<Dot, String> live = new TreeMap<>();
        VersionVector context = known;
        for (Map.Entry<Dot, String> value : entry.getValue().live().entrySet()) {
          Dot dot = value.getKey();
          if (dot.isHandEdit() && !known.contains(dot)) {
            dot = named.computeIfAbsent(dot, _ -> new Dot(place.writer, next));
          }
          live.put(dot, value.getValue());
          context = context.with(dot);
          version = version.with(dot);
        }
        registers.put(entry.getKey(), new Register(live, context));
      }
      return with(said, version, registers);
    }
  },

  /// A field whose column was missing counts as seen.
  MISSING_COLUMN_COUNTS_AS_SEEN(Laws.L2_ORDER_OF_FILES_DOES_NOT_MATTER) {
    @Override
    Submission join(Submission stored, Submission said) {
      Submission joined = Join.join(stored, said);
      SortedMap<String, Register> registers = new TreeMap<>(CodePoints.ORDER);
      joined
          .registers()
          .forEach(
              (field, register) -> registers.put(field, register.withContext(joined.version())));
      return with(joined, joined.version(), registers);
    }
  },

  /// An edit by hand says nothing about deletion.
  HAND_EDIT_DOES_NOT_ASSERT_PRESENCE(Laws.L6_DELETION_AND_UNSEEN_EDIT_ARE_A_CONFLICT) {
    @Override
    Submission said(Submission said, IncomingRow row, @Nullable Submission stored, Place place) {
      SortedMap<String, Register> registers = new TreeMap<>(CodePoints.ORDER);
      registers.putAll(said.registers());
      Register deleted = said.register(SystemField.DELETED);
      if (row.stamp() != null
          && deleted.live().keySet().stream()
              .anyMatch(dot -> !row.stamp().version().contains(dot))) {
        registers.remove(SystemField.DELETED);
      }
      return with(said, said.version(), registers);
    }
  },

  /// What a change replaced is not remembered.
  HISTORY_FORGETS_REPLACED_VALUES(Laws.L4_EVERY_INCOMING_VALUE_IS_KEPT) {
    @Override
    public RowPlan plan(
        IncomingRow row, CellRules rules, @Nullable Submission stored, Place place) {
      return withHistory(Place.TRUE.plan(row, rules, stored, place), List.of());
    }
  },

  /// A value that comes after it was replaced is not remembered.
  HISTORY_FORGETS_LATE_VALUES(Laws.L4_EVERY_INCOMING_VALUE_IS_KEPT) {
    @Override
    public RowPlan plan(
        IncomingRow row, CellRules rules, @Nullable Submission stored, Place place) {
      RowPlan plan = Place.TRUE.plan(row, rules, stored, place);
      Change change = plan.change();
      return change == null || change.before() == null
          ? plan
          : withHistory(plan, Chronicle.ofReplaced(change.before(), change.after()).entries());
    }
  },

  /// Equal values keep one dot.
  EQUAL_VALUES_KEEP_ONE_DOT(Laws.L3_FULL_EXCHANGE_MAKES_ALL_STORES_EQUAL) {
    @Override
    Submission join(Submission stored, Submission said) {
      return byField(
          stored,
          said,
          (mine, theirs) -> {
            Register joined = Join.join(mine, theirs);
            SortedMap<Dot, String> live = new TreeMap<>();
            joined
                .candidates("")
                .forEach(candidate -> live.put(candidate.strongest(), candidate.value()));
            return new Register(live, joined.context());
          });
    }
  },

  /// A held cell says what it said before.
  WHOLE_ROW_IS_HELD_FOR_ONE_CELL(Laws.L4_EVERY_INCOMING_VALUE_IS_KEPT) {
    @Override
    public RowPlan plan(
        IncomingRow row, CellRules rules, @Nullable Submission stored, Place place) {
      RowPlan plan = Place.TRUE.plan(row, rules, stored, place);
      return plan.held().isEmpty() ? plan : new RowPlan(row, Outcome.SAME, null, List.of());
    }
  },

  /// Undo forgets which changes its fresh dots stand for.
  FRESH_DOTS_STAND_FOR_NOTHING(Laws.U1_UNDOING_BATCH_AFTER_BATCH_BRINGS_BACK_EACH_PICTURE) {
    @Override
    public Undo.Undone undo(
        List<Change> batch,
        Map<UUID, Submission> now,
        String writer,
        Map<UUID, Map<Dot, Set<Dot>>> standsFor) {
      return Undo.asChange(batch, now, writer, Map.of());
    }
  },

  /// Undo gives back every field of the batch, whatever came later.
  UNDO_OVERRIDES_LATER_CHANGES(Laws.U2_UNDO_LEAVES_LATER_CHANGES_ALONE) {
    @Override
    public Undo.Undone undo(
        List<Change> batch,
        Map<UUID, Submission> now,
        String writer,
        Map<UUID, Map<Dot, Set<Dot>>> standsFor) {
      List<Change> changes = new ArrayList<>();
      for (Change done : batch) {
        Submission before = done.before();
        Submission current = now.get(done.after().uuid());
        if (before != null && current != null) {
          Act act = new Act(current, writer);
          before
              .registers()
              .forEach((field, register) -> {
                if (!register.live().equals(done.after().register(field).live())) {
                  act.restore(field, register.candidates(field));
                }
              });
          changes.add(act.change(current, "1", true));
        }
      }
      return new Undo.Undone(changes, List.of());
    }
  },

  /// Of a conflict, undo gives back the shown value only.
  UNDO_GIVES_BACK_THE_WINNER(Laws.U1_UNDOING_BATCH_AFTER_BATCH_BRINGS_BACK_EACH_PICTURE) {
    @Override
    public Undo.Undone undo(
        List<Change> batch,
        Map<UUID, Submission> now,
        String writer,
        Map<UUID, Map<Dot, Set<Dot>>> standsFor) {
      List<Change> poorer = new ArrayList<>();
      for (Change done : batch) {
        Submission before = done.before();
        poorer.add(
            before == null
                ? done
                : new Change(
                    LOSERS_STAY_AT_HOME.exported(before),
                    done.after(),
                    done.history(),
                    done.standsFor(),
                    done.source(),
                    done.outcome()));
      }
      return Undo.asChange(poorer, now, writer, standsFor);
    }
  };

  private final Laws law;

  Fault(Laws law) {
    this.law = law;
  }

  Laws refutedBy() {
    return law;
  }

  /// How two states come together.
  Submission join(Submission stored, Submission said) {
    return Join.join(stored, said);
  }

  /// What a row says.
  Submission said(Submission said, IncomingRow row, @Nullable Submission stored, Place place) {
    return said;
  }

  @Override
  public RowPlan plan(IncomingRow row, CellRules rules, @Nullable Submission stored, Place place) {
    RowPlan honest = Place.TRUE.plan(row, rules, stored, place);
    boolean refused =
        !row.problems().isEmpty()
            || honest.held().stream().anyMatch(cell -> cell.field().isEmpty())
            || (row.isTyped() && !honest.held().isEmpty());
    if (refused) {
      return honest;
    }
    Submission said = said(RowReading.of(row, rules, row.uuid()).said(), row, stored, place);
    Submission after = stored == null ? said : join(stored, said);
    if (after.equals(stored)) {
      return new RowPlan(row, Outcome.SAME, null, honest.held());
    }
    List<HistoryEntry> history =
        stored == null ? List.of() : Chronicle.ofReplaced(stored, after).entries();
    return new RowPlan(
        row,
        honest.outcome(),
        new Change(stored, after, history, Map.of(), row.address(), honest.outcome()),
        honest.held());
  }

  private static RowPlan withHistory(RowPlan plan, List<HistoryEntry> history) {
    Change change = plan.change();
    return change == null
        ? plan
        : new RowPlan(
            plan.row(),
            plan.outcome(),
            new Change(
                change.before(),
                change.after(),
                history,
                change.standsFor(),
                change.source(),
                change.outcome()),
            plan.held());
  }

  private static Submission byField(
      Submission mine, Submission theirs, BinaryOperator<Register> choice) {
    SortedMap<String, Register> registers = new TreeMap<>(CodePoints.ORDER);
    Set<String> fields = new TreeSet<>(mine.registers().keySet());
    fields.addAll(theirs.registers().keySet());
    for (String field : fields) {
      if (theirs.register(field).isEmpty()) {
        registers.put(field, mine.register(field));
      } else if (mine.register(field).isEmpty()) {
        registers.put(field, theirs.register(field));
      } else {
        registers.put(field, choice.apply(mine.register(field), theirs.register(field)));
      }
    }
    return with(mine, mine.version().join(theirs.version()), registers);
  }

  private static Submission with(
      Submission submission, VersionVector version, SortedMap<String, Register> registers) {
    return new Submission(
        submission.form(),
        submission.formVersion(),
        submission.uuid(),
        submission.root(),
        version,
        registers);
  }
}
