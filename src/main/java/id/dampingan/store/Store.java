package id.dampingan.store;

import id.dampingan.form.ChoiceLists;
import id.dampingan.form.Form;
import id.dampingan.form.FormException;
import id.dampingan.form.xlsform.XlsForms;
import id.dampingan.merge.Change;
import id.dampingan.submission.Dot;
import id.dampingan.submission.FilledForm;
import id.dampingan.submission.Submission;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// An open workspace: forms, submissions, their history, batches, held rows, media.
///
/// Reading is safe from any thread; one batch is written at a time. What was committed is on the
/// disk.
public final class Store implements AutoCloseable {
  private final Path folder;
  private final Clock clock;
  private final FolderLock lock;
  private final Database database;
  private final Keys keys;
  private final Workspace workspace;
  private final FormShelf forms;
  private final EntityLists lists;
  private final SearchIndex index = new SearchIndex();
  private final Media media;
  private final Shipments shipments;
  private final Turn turn = new Turn();
  private final List<Consumer<Set<UUID>>> listeners = new CopyOnWriteArrayList<>();
  private volatile FormTables tables;
  private volatile boolean compacting;

  private Store(
      Path folder,
      Clock clock,
      FolderLock lock,
      Database database,
      KeySlots.Opened opened,
      Making making) {
    this.folder = folder;
    this.clock = clock;
    this.lock = lock;
    this.database = database;
    this.workspace = database.with(sql -> Identity.read(sql, folder));
    this.keys = new Keys(folder, opened, making.cost(), workspace.name());
    this.tables = database.with(FormTables::load);
    this.forms = new FormShelf(database, making.reader());
    this.lists = new EntityLists(database, tables);
    this.media = new Media(folder, Sealing.derive(opened.key(), "media"));
    this.shipments = new Shipments(database);
  }

  /// How a store is made, other than by people: cheaper keys and other readers are for tests.
  record Making(KeyCost cost, FormReader reader) {
    static final Making USUAL = new Making(KeyCost.FULL, XlsForms::read);
  }

  /// Makes a new workspace in a new or empty folder and opens it.
  public static Store create(Path folder, char[] password, WorkspaceSettings settings, Clock clock)
      throws WorkspaceExists {
    return create(folder, password, settings, clock, Making.USUAL);
  }

  static Store create(
      Path folder, char[] password, WorkspaceSettings settings, Clock clock, Making making)
      throws WorkspaceExists {
    try {
      NewFolder.make(folder);
      FolderLock lock = FolderLock.take(folder);
      byte[] key = KeySlots.create(folder, password, making.cost());
      Database database = Database.open(folder, Sealing.derive(key, "database"));
      database.with(sql -> {
        Identity.create(sql, folder, settings, clock.instant());
        return folder;
      });
      return new Store(
          folder, clock, lock, database, new KeySlots.Opened(key, KeySlots.PASSWORD, ""), making);
    } catch (WorkspaceInUse | NotAWorkspace e) {
      throw new IllegalStateException("a new folder is nobody else's", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Opens a workspace; a copied or restored one takes a new writer.
  public static Store open(Path folder, char[] password, Clock clock)
      throws WrongPassword, WorkspaceInUse, NotAWorkspace {
    return open(folder, password, clock, Making.USUAL);
  }

  static Store open(Path folder, char[] password, Clock clock, Making making)
      throws WrongPassword, WorkspaceInUse, NotAWorkspace {
    for (String file : List.of(KeySlots.FILE, Database.FILE)) {
      if (!Files.isRegularFile(folder.resolve(file))) {
        throw new NotAWorkspace(folder, "its file " + file + " is missing.");
      }
    }
    KeySlots.Opened opened = KeySlots.open(folder, password);
    FolderLock lock = FolderLock.take(folder);
    try {
      Database database = Database.open(folder, Sealing.derive(opened.key(), "database"));
      if (!database.with(Identity::isThere)) {
        database.close();
        throw new NotAWorkspace(
            folder, "its making was interrupted; delete the folder and make it again.");
      }
      database.with(sql -> {
        Identity.checkPlace(sql, folder, clock.instant());
        return folder;
      });
      return new Store(folder, clock, lock, database, opened, making);
    } catch (WorkspaceInUse | NotAWorkspace | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  public Workspace workspace() {
    return workspace;
  }

  /// All writers that this workspace ever had, the present one last.
  public List<String> writers() {
    return database.with(Identity::writers);
  }

  /// A setting of the workspace, or the empty text.
  public String setting(String name) {
    return database.with(sql -> Identity.get(sql, name));
  }

  public void setSetting(String name, String value) {
    database.with(sql -> {
      Identity.set(sql, name, value);
      return name;
    });
    sync();
  }

  /// Gives the workspace another owner's name, which counts from the next opening.
  public void setOwner(String name) {
    setSetting(Identity.NAME, name);
  }

  // Forms

  /// Whether [#addForm] would take the form; writes nothing.
  ///
  /// @throws FormException if it would not
  public void checkForm(Form form, byte[] source) throws FormException {
    forms.has(form, source, tables);
  }

  /// Adds a form or a new version of one, and makes or widens its tables; the same again does
  /// nothing.
  ///
  /// @param sourceName the file's name, whose extension says what it is
  /// @throws FormException if a question's type changed under its name, or another form already
  ///     has this id and version
  public void addForm(Form form, byte[] source, String sourceName) throws FormException {
    turn.take();
    try {
      if (forms.has(form, source, tables)) {
        return;
      }
      database.with(sql -> {
        tables.widen(sql, form);
        return form;
      });
      forms.add(form, source, sourceName, now());
      tables = database.with(FormTables::load);
      index.forget();
      lists.reload(tables);
      sync();
    } finally {
      turn.end();
    }
  }

  /// The newest version of each form, in the order in which they were added.
  public List<Form> forms() {
    return forms.newest();
  }

  /// The newest version of a form.
  public Optional<Form> form(String id) {
    return forms.newest(id);
  }

  public Optional<Form> form(String id, String version) {
    return forms.find(id, version);
  }

  /// All versions of a form, the newest last.
  public List<String> formVersions(String id) {
    return forms.versions(id);
  }

  /// The file that a form came from.
  public Optional<FormSource> formSource(String id, String version) {
    return forms.source(id, version);
  }

  // Reading

  public Optional<Submission> submission(UUID uuid) {
    return row(uuid).map(StoredRow::submission);
  }

  /// The known ones among these submissions of one table, in one reading.
  public Map<UUID, Submission> submissions(String table, Collection<UUID> uuids) {
    Map<UUID, Submission> submissions = new HashMap<>();
    rows(table, uuids).forEach((uuid, row) -> submissions.put(uuid, row.submission()));
    return submissions;
  }

  /// The same with what the store keeps beside them.
  public Map<UUID, StoredRow> rows(String table, Collection<UUID> uuids) {
    TableShape shape = tables.find(table);
    return shape == null || uuids.isEmpty() ? Map.of() : read(reader -> reader.rows(shape, uuids));
  }

  public Optional<StoredRow> row(UUID uuid) {
    return read(reader -> reader.row(uuid));
  }

  /// The selected rows, table by table, a form before its repeats, each table by uuid.
  public void each(Selection selection, Consumer<StoredRow> row) {
    read(reader -> {
      reader.each(selection, row);
      return selection;
    });
  }

  /// A filled form and all rows of its repeats, deleted ones included: parents before children,
  /// children by their order.
  public List<StoredRow> family(UUID root) {
    return read(reader -> reader.family(root));
  }

  /// The families of many filled forms of one form; a root of which nothing is here is missing.
  public Map<UUID, List<StoredRow>> families(String form, Collection<UUID> roots) {
    return read(reader -> reader.families(form, roots));
  }

  /// The same as plain values, deleted rows of repeats left out.
  public Optional<FilledForm> filled(UUID root) {
    return read(reader -> reader.filled(root));
  }

  /// A few fields of many rows.
  ///
  /// @param table `form` or `form/repeat`
  /// @param own fields of that table
  /// @param ofForm fields of its form
  public ColumnScan scan(String table, List<String> own, List<String> ofForm) {
    TableShape shape = tables.get(table);
    return new ColumnScan(database, shape, tables.get(shape.form()), own, ofForm);
  }

  /// Makes a text field quick to look up from now on.
  public void index(String table, String field) {
    turn.with(() ->
        database.with(sql -> {
          tables.index(sql, table, field);
          return table;
        }));
  }

  public Found search(Search search) {
    return read(reader -> reader.search(search, index));
  }

  /// The different answers to a question in these villages, sorted.
  ///
  /// @param villages only these, empty: every village
  public List<String> values(String form, String field, Set<String> villages) {
    return read(reader -> reader.values(form, field, villages, index));
  }

  /// The lists that the forms' records are (ODK Entities): each record's latest state.
  public ChoiceLists lists() {
    return lists;
  }

  /// What is known of changes, as committed when first asked.
  public StoredHistory history() {
    return new StoredHistory(database, tables);
  }

  /// Every field of every change of a submission, the newest first.
  public List<HistoryLine> historyOf(UUID uuid) {
    return database.with(sql -> new HistoryReader(sql, tables).lines(uuid));
  }

  /// The same of some fields of many submissions of one table, without what was withdrawn or came
  /// already replaced.
  ///
  /// @param fields by submission, which ones
  public Map<UUID, List<HistoryLine>> historyOf(String table, Map<UUID, Set<String>> fields) {
    return database.with(sql -> new HistoryReader(sql, tables).lines(table, fields));
  }

  /// What was said after earlier batches.
  public Past past() {
    return new Past(database, tables);
  }

  public List<FormCount> counts() {
    return database.with(Summary::read);
  }

  /// The last import that brought something of each village and round, and was not withdrawn.
  ///
  /// @param forms only what it brought of these
  public List<Arrived> arrived(Collection<String> forms) {
    return database.with(sql -> Places.arrived(sql, forms));
  }

  /// Every row with an open conflict, repeats' rows included.
  ///
  /// @param form only this one, null: every form
  /// @param villages only these, empty: every village
  public List<StoredRow> conflicts(@Nullable String form, Set<String> villages) {
    return read(reader -> reader.conflicts(form, villages));
  }

  private <T> T read(Function<RowReader, T> work) {
    return database.with(sql -> work.apply(new RowReader(sql, tables)));
  }

  // Writing

  /// Begins one act; another that is being written is waited for.
  public BatchWriter begin(BatchHeader header) {
    turn.take();
    Connection connection = null;
    try {
      connection = database.take();
      connection.setAutoCommit(false);
      return new BatchWriter(connection, tables, header, now(), ending(connection));
    } catch (SQLException e) {
      turn.end();
      throw new StoreFailure(e);
    } catch (RuntimeException e) {
      turn.end();
      throw e;
    }
  }

  private BatchWriter.Ending ending(Connection connection) {
    return new BatchWriter.Ending(
        (batch, changedTables) -> {
          Place.count(folder, batch);
          lists.forget(changedTables);
        },
        changed -> {
          index.changed(changed);
          listeners.forEach(listener -> listener.accept(changed));
        },
        () -> {
          try {
            connection.setAutoCommit(true);
            database.giveBack(connection);
          } catch (SQLException e) {
            throw new StoreFailure(e);
          } finally {
            turn.end();
          }
        });
  }

  /// Writes computed values again where something they read has changed; no act of anybody.
  public void derive(List<Map.Entry<Submission, Map<String, String>>> computed) {
    try (BatchWriter writer = begin(BatchHeader.edit(""))) {
      computed.forEach(one -> writer.derive(one.getKey(), one.getValue()));
      writer.commitDerived();
    }
  }

  /// Remembers that these states were sent.
  ///
  /// @param versions by submission the version that was sent; a row changed since stays unsent
  public void markSent(String table, Map<UUID, String> versions) {
    TableShape shape = tables.get(table);
    turn.take();
    try {
      database.with(sql -> {
        SentMark.set(sql, shape, versions);
        return shape;
      });
      index.changed(versions.keySet());
      sync();
    } finally {
      turn.end();
    }
  }

  /// Remembers that a workbook left with these states; an officer's workspace remembers which.
  ///
  /// @param versions by table and submission the version that was sent
  /// @param photos the names of the photos that went along
  public void markSent(
      SentWorkbook workbook, Map<String, Map<UUID, String>> versions, Collection<String> photos) {
    Map<TableShape, Map<UUID, String>> rows = new HashMap<>();
    versions.forEach((table, of) -> rows.put(tables.get(table), of));
    turn.take();
    try {
      database.with(sql -> {
        sql.transaction(transaction -> {
          boolean followed = workspace.role() == Role.OFFICER;
          shipments.leave(
              transaction.dsl(),
              workbook,
              followed ? rows : Map.of(),
              followed ? photos : Set.of());
          rows.forEach((shape, of) -> SentMark.set(transaction.dsl(), shape, of));
        });
        return workbook;
      });
      versions.values().forEach(of -> index.changed(of.keySet()));
      sync();
    } finally {
      turn.end();
    }
  }

  /// What left and what came, workbook by workbook.
  public Shipments shipments() {
    return shipments;
  }

  /// Called with the submissions of every committed batch, on the thread that committed.
  public void onChange(Consumer<Set<UUID>> listener) {
    listeners.add(listener);
  }

  // Batches, held rows

  /// The newest first.
  public List<Batch> batches() {
    return database.with(Batches::all);
  }

  public Optional<Batch> batch(long id) {
    return database.with(sql -> Batches.find(sql, id));
  }

  /// The batch that took in a file with this SHA-256 last and still counts.
  public Optional<Batch> batchOf(String sha256) {
    return database.with(sql -> Batches.ofFile(sql, sha256));
  }

  /// What a batch did: for each submission its whole states before and after it, as they were;
  /// what was withdrawn is left out.
  public List<Change> batchChanges(long id) {
    return database.with(sql ->
        Batches.find(sql, id)
            .map(batch -> new BatchChanges(sql, tables).of(batch))
            .orElse(List.of()));
  }

  /// For each of these submissions, the fresh dots of undos and what they restore (MERGE 6a).
  public Map<UUID, Map<Dot, Set<Dot>>> standsFor(Collection<UUID> uuids) {
    return database.with(sql -> Remembered.standsFor(sql, uuids));
  }

  /// Rows that wait, by batch, sheet and row.
  ///
  /// @param form only this one and its repeats, null: every form
  public List<StoredHold> held(@Nullable String form) {
    return database.with(sql -> HeldRows.waiting(sql, form));
  }

  public Optional<StoredHold> hold(long id) {
    return database.with(sql -> HeldRows.find(sql, id));
  }

  // Media, audit, keeping

  public Media media() {
    return media;
  }

  /// Adds a line to the log of personal data.
  ///
  /// @param action such as `open`, `show`, `print`, `export`
  /// @param subject a form, a uuid, a file
  public void audit(String user, String action, String subject) {
    database.with(sql -> {
      AuditLog.add(sql, new Audit(now(), user, action, subject));
      return subject;
    });
  }

  /// The newest first.
  public List<Audit> auditLog(Instant since) {
    return database.with(sql -> AuditLog.since(sql, since));
  }

  /// Writes the workspace, sealed as it is, into one file.
  public void backup(Path file) {
    turn.take();
    try {
      Backup.write(folder, database, file);
    } finally {
      turn.end();
    }
  }

  /// Unpacks a backup into a new or empty folder; opening it there takes a new writer.
  public static void restore(Path file, Path folder) throws WorkspaceExists, NotAWorkspace {
    Backup.restore(file, folder);
  }

  /// Takes all records of these forms away, their history, held rows and photos too (MERGE 6); of
  /// each its uuid and vector stay. When the workspace is closed its file is written anew, without
  /// what was taken away. Nobody can bring it back.
  ///
  /// @return how many filled forms lost their values
  public int purge(Collection<String> forms) {
    turn.take();
    try {
      int purged =
          database.with(
              sql -> sql.transactionResult(inside -> Purge.run(inside.dsl(), tables, forms)));
      media.clear();
      index.forget();
      lists.reload(tables);
      compacting = true;
      sync();
      return purged;
    } finally {
      turn.end();
    }
  }

  /// Reads every row, batch, held row, form and photo; each line says what is damaged.
  public List<String> check() {
    return new Check(this, database, tables).findings();
  }

  /// Who can open this workspace.
  public Keys keys() {
    return keys;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private void sync() {
    Connection connection = database.take();
    try {
      Database.sync(connection);
    } catch (SQLException e) {
      throw new StoreFailure(e);
    } finally {
      database.giveBack(connection);
    }
  }

  @Override
  public void close() {
    try {
      if (compacting) {
        database.compact();
      }
      database.close();
    } finally {
      lock.close();
    }
  }
}
