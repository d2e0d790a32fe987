package id.dampingan.store;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import id.dampingan.form.Form;
import id.dampingan.submission.Submission;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;

/// Which villages and rounds one import wrote into: known from then on without looking at records.
final class Places {
  private static final int ASKED_AT_ONCE = 500;
  private static final Field<String> FORM = field(name("form"), String.class);
  private static final Field<String> VILLAGE = field(name("village"), String.class);
  private static final Field<String> ROUND = field(name("round"), String.class);
  private static final Field<Long> BATCH = field(name("batch"), Long.class);

  private record Place(String form, String village, String round) {}

  private final Set<Place> places = new LinkedHashSet<>();

  /// By form, the filled forms of which a repeat's row was written.
  private final Map<String, Set<UUID>> families = new HashMap<>();

  void written(Submission submission) {
    String form = Form.idOf(submission.form());
    if (submission.form().equals(form)) {
      add(
          form,
          submission.value(SubmissionRows.VILLAGE_FIELD),
          submission.value(SubmissionRows.ROUND_FIELD));
    } else {
      families.computeIfAbsent(form, _ -> new HashSet<>()).add(submission.root());
    }
  }

  void held(String table, String village, String round) {
    add(Form.idOf(table), village, round);
  }

  private void add(String form, String village, String round) {
    if (!village.isEmpty()) {
      places.add(new Place(form, village, round));
    }
  }

  void write(DSLContext sql, FormTables tables, long batch) {
    families.forEach((form, roots) -> {
      List<UUID> list = List.copyOf(roots);
      for (int from = 0; from < list.size(); from += ASKED_AT_ONCE) {
        List<UUID> some = list.subList(from, Math.min(list.size(), from + ASKED_AT_ONCE));
        sql.selectDistinct(RowColumn.VILLAGE, RowColumn.ROUND)
            .from(tables.get(form).sql())
            .where(RowColumn.ROOT.in(some))
            .forEach(row -> add(form, row.value1(), row.value2()));
      }
    });
    for (Place place : places) {
      sql.execute(
          "insert into batch_place (batch, form, village, round) values (?, ?, ?, ?)",
          batch,
          place.form(),
          place.village(),
          place.round());
    }
  }

  /// The last import of each village and round that still counts.
  static List<Arrived> arrived(DSLContext sql, Collection<String> forms) {
    Map<Long, Batch> batches = new HashMap<>();
    List<Arrived> arrived = new ArrayList<>();
    sql.select(VILLAGE, ROUND, max(BATCH))
        .from(table(name("batch_place")))
        .where(FORM.in(forms))
        .and("batch in (select id from batch where kind = 'IMPORT' and withdrawn_at is null)")
        .groupBy(VILLAGE, ROUND)
        .orderBy(VILLAGE, ROUND)
        .forEach(row -> {
          Batch batch =
              batches.computeIfAbsent(row.value3(), id -> Batches.find(sql, id).orElseThrow());
          arrived.add(new Arrived(row.value1(), row.value2(), batch));
        });
    return arrived;
  }
}
