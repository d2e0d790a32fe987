package id.dampingan.store;

import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.form.FormError;
import id.dampingan.form.FormException;
import id.dampingan.form.FormTable;
import id.dampingan.submission.FieldType;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.jooq.Record;

/// The forms and all their versions; a form is made of its file when it is first asked for.
final class FormShelf {
  private final Database database;
  private final FormReader reader;
  private final Map<Key, Form> read = new ConcurrentHashMap<>();
  private volatile List<Key> keys;

  private record Key(String id, String version) {}

  FormShelf(Database database, FormReader reader) {
    this.database = database;
    this.reader = reader;
    this.keys = database.with(FormShelf::keys);
  }

  private static List<Key> keys(DSLContext sql) {
    return sql.fetch("select id, version from form order by number")
        .map(row -> new Key(row.get(0, String.class), row.get(1, String.class)));
  }

  List<Form> newest() {
    Map<String, Key> newest = new LinkedHashMap<>();
    keys.forEach(key -> newest.put(key.id(), key));
    return newest.values().stream().map(this::form).toList();
  }

  Optional<Form> newest(String id) {
    return keys.reversed().stream().filter(key -> key.id().equals(id)).findFirst().map(this::form);
  }

  Optional<Form> find(String id, String version) {
    Key key = new Key(id, version);
    return keys.contains(key) ? Optional.of(form(key)) : Optional.empty();
  }

  List<String> versions(String id) {
    return keys.stream().filter(key -> key.id().equals(id)).map(Key::version).toList();
  }

  private Form form(Key key) {
    return read.computeIfAbsent(
        key,
        _ -> {
          FormSource source = source(key.id(), key.version()).orElseThrow();
          try {
            return reader.read(source.name(), source.content());
          } catch (FormException | IOException e) {
            throw new StoreFailure(
                "The form " + key.id() + " cannot be read any more: " + e.getMessage());
          }
        });
  }

  Optional<FormSource> source(String id, String version) {
    return database.with(sql ->
        sql
            .fetch(
                "select source_name, source, added_at from form where id = ? and version = ?",
                id,
                version)
            .stream()
            .findFirst()
            .map(FormShelf::source));
  }

  private static FormSource source(Record row) {
    return new FormSource(
        row.get(0, String.class),
        Base64.getDecoder().decode(row.get(1, String.class)),
        row.get(2, OffsetDateTime.class).toInstant());
  }

  /// Whether this very form is here already.
  ///
  /// @throws FormException if it must not be added
  boolean has(Form form, byte[] content, FormTables tables) throws FormException {
    Optional<FormSource> same = source(form.id(), form.version());
    if (same.isPresent()) {
      if (Arrays.equals(same.get().content(), content)
          || find(form.id(), form.version()).filter(form::equals).isPresent()) {
        return true;
      }
      throw new FormException(
          List.of(
              new FormError(
                  "settings",
                  0,
                  "version",
                  "version_used",
                  "Another form \""
                      + form.id()
                      + "\" already has version \""
                      + form.version()
                      + "\".",
                  "Give the changed form a new version in the settings sheet.")));
    }
    List<FormError> errors = typeChanges(form, tables);
    if (!errors.isEmpty()) {
      throw new FormException(errors);
    }
    return false;
  }

  /// A type never changes under a name (MERGE 7): old values would mean something else.
  private List<FormError> typeChanges(Form form, FormTables tables) {
    List<FormError> errors = new ArrayList<>();
    if (tables.find(form.id()) == null) {
      return errors;
    }
    Map<String, FieldType> before = new LinkedHashMap<>();
    for (String version : versions(form.id())) {
      find(form.id(), version)
          .ifPresent(old ->
              old.tables()
                  .forEach(table ->
                      table
                          .fields()
                          .forEach(field -> {
                            if (!field.derived()) {
                              before.put(table.name() + ":" + field.name(), field.type());
                            }
                          })));
    }
    for (FormTable table : form.tables()) {
      for (Field field : table.fields()) {
        FieldType old = before.get(table.name() + ":" + field.name());
        if (!field.derived() && old != null && old != field.type()) {
          errors.add(
              new FormError(
                  "survey",
                  0,
                  "type",
                  "type_changed",
                  "The question \""
                      + field.name()
                      + "\" of \""
                      + table.name()
                      + "\" was "
                      + old
                      + " in an earlier version and is now "
                      + field.type()
                      + ".",
                  "Keep its type, or give the changed question a new name."));
        }
      }
    }
    return errors;
  }

  void add(Form form, byte[] content, String sourceName, Instant now) {
    database.with(sql -> {
      sql.transaction(transaction -> {
        transaction
            .dsl()
            .execute(
                "insert into form (number, id, version, added_at, source_name, source)"
                    + " select coalesce(max(number), 0) + 1, ?, ?, ?, ?, ? from form",
                form.id(),
                form.version(),
                now.atOffset(ZoneOffset.UTC),
                sourceName,
                Base64.getEncoder().encodeToString(content));
        EntityLists.remember(transaction.dsl(), form);
      });
      return form;
    });
    read.put(new Key(form.id(), form.version()), form);
    keys = database.with(FormShelf::keys);
  }
}
