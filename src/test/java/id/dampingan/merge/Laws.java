package id.dampingan.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.dampingan.merge.World.Kind;
import id.dampingan.merge.World.Step;
import id.dampingan.submission.Dot;
import id.dampingan.submission.IncomingRow;
import id.dampingan.submission.Register;
import id.dampingan.submission.RowStamp;
import id.dampingan.submission.Submission;
import id.dampingan.submission.SystemField;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// The laws of `merge.md`, each as a check of one history under given moves of the merge engine.
enum Laws {
  L1_REPEATED_IMPORT_CHANGES_NOTHING {
    @Override
    void check(List<Step> steps, Place.Moves moves) {
      World world = World.of(steps, moves);
      for (World.Reading reading : List.copyOf(world.readings)) {
        Place place = world.places.get(reading.place());
        SortedMap<UUID, Submission> before = new TreeMap<>(place.records);
        Set<String> held = Set.copyOf(place.held);

        List<Outcome> outcomes = place.read(reading.paper());

        assertEquals(before, place.records);
        assertEquals(held, place.held);
        assertTrue(Set.of(Outcome.SAME, Outcome.HELD).containsAll(outcomes), outcomes::toString);
        assertEquals(List.of(), place.batches.getLast());
      }
    }
  },

  L2_ORDER_OF_FILES_DOES_NOT_MATTER {
    @Override
    void check(List<Step> steps, Place.Moves moves) {
      World world = World.of(steps, moves);
      Random random = new Random(steps.size());
      for (Place place : world.places) {
        Place first = place.copy();
        world.pool.forEach(first::read);
        for (int i = 0; i < 3; i++) {
          List<Paper> shuffled = new ArrayList<>(world.pool);
          Collections.shuffle(shuffled, random);
          Place second = place.copy();
          shuffled.forEach(second::read);

          assertEquals(first.picture(), second.picture());
          assertEquals(first.held, second.held);
        }
      }
    }
  },

  L3_FULL_EXCHANGE_MAKES_ALL_STORES_EQUAL {
    @Override
    void check(List<Step> steps, Place.Moves moves) {
      World world = World.of(steps, moves);

      world.exchange();

      Place first = world.places.getFirst();
      for (Place place : world.places) {
        assertEquals(first.picture(), place.picture());
        assertEquals(first.records, place.records);
      }
    }
  },

  L4_EVERY_INCOMING_VALUE_IS_KEPT {
    @Override
    void check(List<Step> steps, Place.Moves moves) {
      World world = World.of(steps, moves);
      for (World.Reading reading : world.readings) {
        Place place = world.places.get(reading.place());
        for (IncomingRow row : reading.paper().read()) {
          row.cells().forEach((field, cell) -> kept(place, row, field, cell.value()));
          RowStamp stamp = row.stamp();
          if (stamp != null) {
            stamp
                .conflicts()
                .forEach((field, siblings) ->
                    siblings.forEach(sibling -> {
                      if (row.cells().containsKey(field)) {
                        kept(place, row, field, sibling.value());
                      }
                    }));
          }
        }
      }
      for (Place place : world.places) {
        for (List<Change> batch : place.batches) {
          batch.forEach(change ->
              change
                  .after()
                  .registers()
                  .forEach((field, register) ->
                      register
                          .live()
                          .forEach((dot, value) ->
                              assertEquals(
                                  value, place.value(change.after().uuid(), dot, field)))));
        }
      }
    }

    private void kept(Place place, IncomingRow row, String field, String value) {
      if (field.equals(Paper.COMPUTED) || value.isEmpty()) {
        return;
      }
      boolean held =
          place.held.stream()
              .anyMatch(text ->
                  text.contains(row.uuid().toString()) && text.contains(field + "=" + value));
      assertTrue(held || place.knows(row.uuid(), field, value), () -> field + "=" + value);
    }
  },

  L5_ONE_SIDED_AND_EQUAL_CHANGES_ARE_NO_CONFLICT {
    /// Only the master writes f; who writes g writes the same.
    @Override
    void check(List<Step> steps, Place.Moves moves) {
      World world = new World(moves, null);
      for (Step step : steps) {
        switch (step.kind()) {
          case EDIT -> world.edit(0, base(world, 0), Map.of("f", "b" + step.d()));
          case EDIT_TWO -> {
            int who = step.a() % 3;
            world.edit(who, base(world, who), Map.of("g", "same"));
          }
          case EXPORT, READ, READ_LAST, CARRY, CUT -> world.play(step);
          default -> {}
        }
        for (Place place : world.places) {
          assertEquals(Map.of(), place.record(World.BASE).conflicts());
        }
      }
    }
  },

  L6_UNSEEN_DIFFERENT_CHANGES_STAY_OPEN_UNTIL_DECIDED {
    /// Two change f apart from each other; nobody decides; files go around.
    @Override
    void check(List<Step> steps, Place.Moves moves) {
      World world = new World(moves, null);
      world.edit(1, base(world, 1), Map.of("f", "one"));
      world.edit(2, base(world, 2), Map.of("f", "two"));
      for (Step step : steps) {
        switch (step.kind()) {
          case EDIT, EDIT_TWO -> {
            int who = step.a() % 3;
            world.edit(who, base(world, who), Map.of("g", "v" + step.d()));
          }
          case EXPORT, READ, READ_LAST, CARRY, CUT -> world.play(step);
          default -> {}
        }
      }
      world.exchange();
      for (Place place : world.places) {
        assertEquals("one|two", Place.shown(place.record(World.BASE).register("f")));
      }
      world.decide(0, World.BASE, Map.of("f", "two"));
      world.exchange();
      for (Place place : world.places) {
        assertEquals("two", Place.shown(place.record(World.BASE).register("f")));
      }
    }
  },

  L6_DELETION_AND_UNSEEN_EDIT_ARE_A_CONFLICT {
    @Override
    void check(List<Step> steps, Place.Moves moves) {
      World world = new World(moves, null);
      Paper sheet = world.export(0).copy();
      boolean byHand = steps.size() % 2 == 0;
      if (byHand) {
        sheet.row(World.BASE).cells.put("f", "x");
      } else {
        world.edit(2, base(world, 2), Map.of("f", "x"));
      }
      world.places.get(1).delete(World.BASE);
      if (byHand) {
        world.read(2, sheet);
      }
      world.exchange();
      for (Place place : world.places) {
        assertEquals("0|1", Place.shown(place.record(World.BASE).register(SystemField.DELETED)));
      }
    }
  },

  L7_DECISION_IS_ACCEPTED_ELSEWHERE {
    @Override
    void check(List<Step> steps, Place.Moves moves) {
      World world = World.of(steps, moves);
      world.exchange();
      for (Submission record : List.copyOf(world.places.getFirst().records.values())) {
        Map<String, String> decided = new HashMap<>();
        record.conflicts().keySet().forEach(field -> decided.put(field, record.value(field)));
        if (!decided.isEmpty()) {
          decided.putIfAbsent(SystemField.DELETED, "0");
          world.decide(0, record.uuid(), decided);
        }
      }
      world.carry(0, 1);
      world.carry(1, 2);
      for (Place place : world.places) {
        place.records.values().forEach(record -> assertEquals(Map.of(), record.conflicts()));
        assertEquals(world.places.getFirst().picture(), place.picture());
      }
    }
  },

  L8_OLD_FILES_BRING_NOTHING_BACK {
    @Override
    void check(List<Step> steps, Place.Moves moves) {
      World world = new World(moves, null);
      steps.forEach(world::play);
      for (int who = 0; who < 3; who++) {
        Place reader = new Place("Lreader" + who, moves);
        Paper old = world.export(who);
        for (Step step : steps) {
          switch (step.kind()) {
            case EDIT, EDIT_TWO, DECIDE, DELETE, RESTORE, UNDO_LAST, READ ->
                world.play(new Step(step.kind(), who, step.b(), step.c(), step.d()));
            default -> {}
          }
        }
        reader.read(world.export(who));
        SortedMap<UUID, Submission> before = new TreeMap<>(reader.records);

        reader.read(old);

        assertEquals(before, reader.records);
      }
    }
  },

  U1_UNDOING_BATCH_AFTER_BATCH_BRINGS_BACK_EACH_PICTURE {
    @Override
    void check(List<Step> steps, Place.Moves moves) {
      for (Place place : World.of(steps, moves).places) {
        for (int i = place.batches.size() - 1; i >= 0; i--) {
          SortedMap<UUID, Submission> earlier = place.earlier.get(i);
          place.undo(i);
          Map<UUID, Object> then = new HashMap<>();
          Map<UUID, Object> now = new HashMap<>();
          earlier.forEach((uuid, record) -> then.put(uuid, Place.seen(record)));
          earlier.keySet().forEach(uuid -> now.put(uuid, Place.seen(place.record(uuid))));

          assertEquals(then, now);
          assertEquals(List.of(), place.untouched);
        }
      }
    }
  },

  U2_UNDO_LEAVES_LATER_CHANGES_ALONE {
    @Override
    void check(List<Step> steps, Place.Moves moves) {
      World world =
          World.of(
              steps.stream().filter(step -> World.withoutUndo().contains(step.kind())).toList(),
              moves);
      for (Place original : world.places) {
        for (int i = 0; i < original.batches.size(); i++) {
          Place place = original.copy();
          Map<String, Register> later = new HashMap<>();
          for (List<Change> batch : place.batches.subList(i + 1, place.batches.size())) {
            for (Change change : batch) {
              Submission after = change.after();
              after
                  .registers()
                  .forEach((field, register) -> {
                    Submission before = change.before();
                    Set<Dot> old =
                        before == null ? Set.of() : before.register(field).live().keySet();
                    if (!old.equals(register.live().keySet())) {
                      later.put(after.uuid() + field, place.record(after.uuid()).register(field));
                    }
                  });
            }
          }

          place.undo(i);

          place.records.forEach((uuid, record) ->
              record
                  .registers()
                  .forEach((field, register) -> {
                    Register before = later.get(uuid + field);
                    if (before != null && !field.equals(SystemField.DELETED)) {
                      assertEquals(before.live(), register.live());
                    } else if (before != null) {
                      assertEquals(Place.shown(before), Place.shown(register));
                    }
                  }));
        }
      }
    }
  },

  U3_WITHDRAWN_IMPORT_NEVER_CAME {
    @Override
    void check(List<Step> steps, Place.Moves moves) {
      World world = World.of(steps, moves);
      for (Place place : world.places) {
        for (Paper paper : List.copyOf(world.pool)) {
          SortedMap<UUID, Submission> before = new TreeMap<>(place.records);
          List<Outcome> first = place.read(paper);
          SortedMap<UUID, Submission> after = new TreeMap<>(place.records);

          place.withdraw(place.batches.size() - 1);

          assertEquals(before, place.records);
          assertEquals(List.of(), place.untouched);
          assertEquals(first, place.read(paper));
          assertEquals(after, place.records);
        }
      }
    }
  };

  abstract void check(List<Step> steps, Place.Moves moves);

  private static Submission base(World world, int who) {
    return world.places.get(who).record(World.BASE);
  }

  static final Set<Kind> EVERYTHING = Set.of(Kind.values());
}
