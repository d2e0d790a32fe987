package id.dampingan.store;

import id.dampingan.form.ChoiceLists;
import id.dampingan.form.Form;
import id.dampingan.form.FormException;
import id.dampingan.merge.Change;
import id.dampingan.submission.Dot;
import id.dampingan.submission.FilledForm;
import id.dampingan.submission.Submission;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// An open workspace: forms, submissions, their history, batches, held rows, media.
///
/// Reading is safe from any thread; one batch is written at a time. What was committed is on the
/// disk.
public final class Store implements AutoCloseable {
  /// Makes a new workspace in a new or empty folder and opens it.
  public static Store create(Path folder, char[] password, WorkspaceSettings settings, Clock clock)
      throws WorkspaceExists {
    throw new UnsupportedOperationException();
  }

  /// Opens a workspace; a copied or restored one takes a new writer.
  public static Store open(Path folder, char[] password, Clock clock)
      throws WrongPassword, WorkspaceInUse, NotAWorkspace {
    throw new UnsupportedOperationException();
  }

  public Workspace workspace() {
    throw new UnsupportedOperationException();
  }

  /// All writers that this workspace ever had, the present one last.
  public List<String> writers() {
    throw new UnsupportedOperationException();
  }

  /// A setting of the workspace, or the empty text.
  public String setting(String name) {
    throw new UnsupportedOperationException();
  }

  public void setSetting(String name, String value) {
    throw new UnsupportedOperationException();
  }

  // Forms

  /// Adds a form or a new version of one, and makes or widens its tables; the same again does
  /// nothing.
  ///
  /// @param sourceName the file's name, whose extension says what it is
  /// @throws FormException if a question's type changed under its name, or another form already
  ///     has this id and version
  public void addForm(Form form, byte[] source, String sourceName) throws FormException {
    throw new UnsupportedOperationException();
  }

  /// The newest version of each form, in the order in which they were added.
  public List<Form> forms() {
    throw new UnsupportedOperationException();
  }

  /// The newest version of a form.
  public Optional<Form> form(String id) {
    throw new UnsupportedOperationException();
  }

  public Optional<Form> form(String id, String version) {
    throw new UnsupportedOperationException();
  }

  /// The file that a form came from.
  public Optional<FormSource> formSource(String id, String version) {
    throw new UnsupportedOperationException();
  }

  // Reading

  public Optional<Submission> submission(UUID uuid) {
    throw new UnsupportedOperationException();
  }

  /// The known ones among these submissions of one table, in one reading.
  public Map<UUID, Submission> submissions(String table, Collection<UUID> uuids) {
    throw new UnsupportedOperationException();
  }

  public Optional<StoredRow> row(UUID uuid) {
    throw new UnsupportedOperationException();
  }

  /// The selected rows, table by table in the forms' order, each table by uuid.
  public void each(Selection selection, Consumer<StoredRow> row) {
    throw new UnsupportedOperationException();
  }

  /// A filled form and all rows of its repeats, deleted ones included: parents before children,
  /// children by their order.
  public List<StoredRow> family(UUID root) {
    throw new UnsupportedOperationException();
  }

  /// The same as plain values, deleted rows of repeats left out.
  public Optional<FilledForm> filled(UUID root) {
    throw new UnsupportedOperationException();
  }

  public Found search(Search search) {
    throw new UnsupportedOperationException();
  }

  /// The lists that the forms' records are (ODK Entities): each record's latest state.
  public ChoiceLists lists() {
    throw new UnsupportedOperationException();
  }

  /// What is known of changes, as committed when first asked.
  public StoredHistory history() {
    throw new UnsupportedOperationException();
  }

  /// Every field of every change of a submission, the newest first.
  public List<HistoryLine> historyOf(UUID uuid) {
    throw new UnsupportedOperationException();
  }

  public List<FormCount> counts() {
    throw new UnsupportedOperationException();
  }

  /// Every row with an open conflict, repeats' rows included.
  public List<StoredRow> conflicts(@Nullable String form, Set<String> villages) {
    throw new UnsupportedOperationException();
  }

  // Writing

  /// Begins one act; another that is being written is waited for.
  public BatchWriter begin(BatchHeader header) {
    throw new UnsupportedOperationException();
  }

  /// Remembers that these states were sent; a row changed meanwhile stays unsent.
  public void markSent(Map<UUID, String> versions) {
    throw new UnsupportedOperationException();
  }

  /// Called with the submissions of every committed batch, on the thread that committed.
  public void onChange(Consumer<Set<UUID>> listener) {
    throw new UnsupportedOperationException();
  }

  // Batches, held rows

  /// The newest first.
  public List<Batch> batches() {
    throw new UnsupportedOperationException();
  }

  public Optional<Batch> batch(long id) {
    throw new UnsupportedOperationException();
  }

  /// The batch that took in a file with this SHA-256 last and still counts.
  public Optional<Batch> batchOf(String sha256) {
    throw new UnsupportedOperationException();
  }

  /// What a batch did: for each submission its whole states before and after it, as they were.
  public List<Change> batchChanges(long id) {
    throw new UnsupportedOperationException();
  }

  /// For a submission, the fresh dots of undos and what they restore (MERGE 6a).
  public Map<Dot, Set<Dot>> standsFor(UUID uuid) {
    throw new UnsupportedOperationException();
  }

  /// Rows that wait, by batch, sheet and row.
  public List<StoredHold> held(@Nullable String form) {
    throw new UnsupportedOperationException();
  }

  public Optional<StoredHold> hold(long id) {
    throw new UnsupportedOperationException();
  }

  // Media, audit, keeping

  public Media media() {
    throw new UnsupportedOperationException();
  }

  public void audit(String user, String action, String subject) {
    throw new UnsupportedOperationException();
  }

  /// The newest first.
  public List<Audit> auditLog(Instant since) {
    throw new UnsupportedOperationException();
  }

  /// Writes the workspace, sealed as it is, into one file.
  public void backup(Path file) {
    throw new UnsupportedOperationException();
  }

  /// Unpacks a backup into a new or empty folder; opening it there takes a new writer.
  public static void restore(Path file, Path folder) throws WorkspaceExists, NotAWorkspace {
    throw new UnsupportedOperationException();
  }

  /// Reads every row, history line, form and photo; what is damaged is told.
  public List<String> check() {
    throw new UnsupportedOperationException();
  }

  public void changePassword(char[] old, char[] fresh) throws WrongPassword {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
