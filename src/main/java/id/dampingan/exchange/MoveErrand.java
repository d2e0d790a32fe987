package id.dampingan.exchange;

import id.dampingan.form.Form;
import id.dampingan.form.FormTable;
import id.dampingan.merge.Change;
import id.dampingan.merge.Edit;
import id.dampingan.store.Batch;
import id.dampingan.submission.Problem;
import id.dampingan.submission.ProblemCode;
import id.dampingan.submission.Submission;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Moves records to another village as one act, taken back as one ("Pindahkan ke desa…").
///
/// It is an ordinary edit of the question `desa`: it travels, and the rows of the records' repeats go
/// with them, for they have no village of their own.
public final class MoveErrand {
  private static final String VILLAGE = "desa";

  private final Office office;

  /// What was done.
  ///
  /// @param batch the batch, 0 if nothing changed
  /// @param moved how many records moved
  /// @param left those that did not: deleted, or of a form that asks for no village
  public record Moved(long batch, int moved, List<UUID> left) {
    public Moved {
      left = List.copyOf(left);
    }
  }

  public MoveErrand(Office office) {
    this.office = office;
  }

  /// @param roots the records, or rows of their repeats
  /// @param village the code of the village
  /// @throws Refused if a record or the village is unknown; nothing was changed then
  public Moved move(Collection<UUID> roots, String village, Progress progress) throws Refused {
    List<Change> changes = new ArrayList<>();
    List<UUID> left = new ArrayList<>();
    int done = 0;
    for (UUID root : tops(roots)) {
      if (progress.isCancelled()) {
        throw new Cancelled();
      }
      progress.at("move", done++, roots.size());
      Submission before = new EditErrand(office).known(root);
      Form form = office.store().form(before.form()).orElseThrow();
      FormTable table = form.main();
      if (before.isDeleted() || table.field(VILLAGE).isEmpty()) {
        left.add(root);
        continue;
      }
      String code =
          Answers.canonical(table, VILLAGE, village, office.store().lists(), office.today());
      if (code.isEmpty()) {
        throw new Refused(
            VILLAGE, Problem.of(ProblemCode.REQUIRED_EMPTY, Map.of("field", VILLAGE)));
      }
      Edit.edit(before, form.version(), office.store().workspace().writer(), Map.of(VILLAGE, code))
          .ifPresent(changes::add);
    }
    return new Moved(new ActWriter(office).write(changes), changes.size(), left);
  }

  /// The records that a batch made or changed.
  ///
  /// @param from only those that are of this village now, null: all
  public Set<UUID> ofBatch(Batch batch, @Nullable String from) {
    Map<String, Set<UUID>> byForm = new LinkedHashMap<>();
    for (Change change : office.store().batchChanges(batch.id())) {
      byForm
          .computeIfAbsent(Form.idOf(change.after().form()), _ -> new LinkedHashSet<>())
          .add(change.after().root());
    }
    Set<UUID> found = new LinkedHashSet<>();
    byForm.forEach((form, roots) -> {
      boolean placed =
          office.store().form(form).flatMap(each -> each.main().field(VILLAGE)).isPresent();
      if (placed) {
        Map<UUID, Submission> now = new HashMap<>(office.store().submissions(form, roots));
        for (UUID root : roots) {
          Submission of = now.get(root);
          if (of != null && !of.isDeleted() && (from == null || of.value(VILLAGE).equals(from))) {
            found.add(root);
          }
        }
      }
    });
    return found;
  }

  private Set<UUID> tops(Collection<UUID> uuids) throws Refused {
    Set<UUID> tops = new LinkedHashSet<>();
    for (UUID uuid : uuids) {
      tops.add(new EditErrand(office).known(uuid).root());
    }
    return tops;
  }
}
