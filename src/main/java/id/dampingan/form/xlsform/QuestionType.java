package id.dampingan.form.xlsform;

import id.dampingan.submission.FieldType;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A type of the survey sheet: what stands in the body and in the bind for it.
///
/// @param name its present name
/// @param control the body's element, empty if it is never shown
/// @param bind the bind's type
/// @param field the kind of answer; null of notes, which hold none
/// @param mediatype of uploads
/// @param preload of metadata, with its parameter
/// @param constraint that comes with the type
/// @param hint that comes with the type
record QuestionType(
    String name,
    String control,
    String bind,
    @Nullable FieldType field,
    String mediatype,
    String preload,
    String preloadParams,
    String constraint,
    String hint) {

  private static final Map<String, QuestionType> BY_NAME = new HashMap<>();

  static {
    input("text", "string", FieldType.TEXT, "string", "q string", "add text prompt");
    input("integer", "int", FieldType.INTEGER, "int", "q int", "add integer prompt");
    input("decimal", "decimal", FieldType.DECIMAL, "q decimal", "add decimal prompt");
    input("date", "date", FieldType.DATE, "q date", "add date prompt");
    input("time", "time", FieldType.TIME);
    input(
        "dateTime",
        "dateTime",
        FieldType.DATETIME,
        "datetime",
        "date time",
        "q date time",
        "q dateTime",
        "add date time prompt",
        "add dateTime prompt");
    input("barcode", "barcode", FieldType.BARCODE, "q barcode", "add barcode prompt");
    input(
        "geopoint",
        "geopoint",
        FieldType.GEOPOINT,
        "gps",
        "location",
        "q geopoint",
        "q location",
        "add location prompt");
    input("geotrace", "geotrace", FieldType.GEOTRACE, "q geotrace");
    input("geoshape", "geoshape", FieldType.GEOSHAPE, "q geoshape");
    control("note", "input", "string", null, "q note", "add note prompt");
    control("range", "range", "int", FieldType.INTEGER);
    control(
        "acknowledge",
        "trigger",
        "string",
        FieldType.ACKNOWLEDGE,
        "trigger",
        "q acknowledge",
        "add acknowledge prompt");
    control("select_one", "select1", "string", FieldType.SELECT_ONE);
    control("select_multiple", "select", "string", FieldType.SELECT_MULTIPLE);
    control("rank", "odk:rank", "odk:rank", FieldType.RANK);
    control("select_one_external", "input", "string", FieldType.SELECT_ONE);
    upload(
        "image",
        "image/*",
        FieldType.IMAGE,
        "photo",
        "q picture",
        "q image",
        "add image prompt",
        "add photo prompt");
    upload("audio", "audio/*", FieldType.AUDIO, "q audio", "add audio prompt");
    upload("video", "video/*", FieldType.VIDEO, "q video", "add video prompt");
    upload("file", "application/*", FieldType.FILE, "add file prompt");
    upload("osm", "osm/*", FieldType.FILE);
    control("calculate", "", "string", FieldType.TEXT, "q calculate", "add calculate prompt");
    control("hidden", "", "string", FieldType.TEXT);
    control("start-geopoint", "", "geopoint", FieldType.GEOPOINT);
    control("background-geopoint", "", "geopoint", FieldType.GEOPOINT);
    control("background-audio", "", "binary", FieldType.AUDIO);
    control("audit", "", "binary", FieldType.FILE);
    control("csv-external", "", "", null);
    control("xml-external", "", "", null);
    preload(
        "start",
        "dateTime",
        FieldType.DATETIME,
        "timestamp",
        "start",
        "get start time",
        "start time");
    preload("end", "dateTime", FieldType.DATETIME, "timestamp", "end", "get end time", "end time");
    preload("today", "date", FieldType.DATE, "date", "today", "get today");
    property("deviceid", "imei", "device id", "get device id");
    property("username");
    property("email");
    property("phonenumber", "get phone number");
    property("simserial", "sim id", "get sim id");
    property("subscriberid", "subscriber id", "get subscriber id");
    for (String name :
        new String[] {
          "deviceid", "username", "email", "phonenumber", "simserial", "subscriberid"
        }) {
      preload("uri:" + name, "string", FieldType.TEXT, "property", "uri:" + name);
    }
    special("percentage", "int", FieldType.INTEGER, "0 <= . and . <= 100", "");
    special("phone number", "string", FieldType.TEXT, "regex(., '^\\d*$')", "Enter numbers only.");
    special(
        "number of days in last month",
        "int",
        FieldType.INTEGER,
        "0 <= . and . <= 31",
        "Enter a number 0-31.");
    special(
        "number of days in last six months",
        "int",
        FieldType.INTEGER,
        "0 <= . and . <= 183",
        "Enter a number 0-183.");
    special(
        "number of days in last year",
        "int",
        FieldType.INTEGER,
        "0 <= . and . <= 365",
        "Enter a number 0-365.");
  }

  /// The type with this name or legacy spelling.
  static @Nullable QuestionType of(String name) {
    return BY_NAME.get(name);
  }

  static Set<String> names() {
    return Collections.unmodifiableSet(BY_NAME.keySet());
  }

  boolean isMetadata() {
    return !preload.isEmpty();
  }

  /// Whether a select, with choices in the body.
  boolean isSelect() {
    return control.equals("select1") || control.equals("select") || control.equals("odk:rank");
  }

  boolean isExternalInstance() {
    return name.equals("csv-external") || name.equals("xml-external");
  }

  boolean isNote() {
    return name.equals("note");
  }

  private static void put(QuestionType type, String... spellings) {
    BY_NAME.put(type.name, type);
    for (String spelling : spellings) {
      BY_NAME.put(spelling, type);
    }
  }

  private static void input(String name, String bind, FieldType field, String... spellings) {
    control(name, "input", bind, field, spellings);
  }

  private static void control(
      String name, String control, String bind, @Nullable FieldType field, String... spellings) {
    put(new QuestionType(name, control, bind, field, "", "", "", "", ""), spellings);
  }

  private static void upload(String name, String mediatype, FieldType field, String... spellings) {
    put(new QuestionType(name, "upload", "binary", field, mediatype, "", "", "", ""), spellings);
  }

  private static void preload(
      String name, String bind, FieldType field, String preload, String parameter, String... more) {
    put(new QuestionType(name, "", bind, field, "", preload, parameter, "", ""), more);
  }

  private static void property(String name, String... spellings) {
    preload(name, "string", FieldType.TEXT, "property", name, spellings);
  }

  private static void special(
      String name, String bind, FieldType field, String constraint, String hint) {
    put(new QuestionType(name, "input", bind, field, "", "", "", constraint, hint));
  }
}
