package id.dampingan.form;

import id.dampingan.submission.Digest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.condition.EvaluationContext;
import org.javarosa.core.model.condition.IFunctionHandler;
import org.javarosa.core.model.data.DateData;
import org.javarosa.core.model.data.DateTimeData;
import org.javarosa.core.model.data.IAnswerData;
import org.javarosa.core.model.data.StringData;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.core.model.utils.IPreloadHandler;
import org.javarosa.xpath.expr.XPathFuncExpr;
import org.jspecify.annotations.Nullable;

/// What expressions ask of the world: the day, the hour, who and where, chance.
///
/// JavaRosa asks the computer; a row must be judged alike on every computer, so its functions are
/// renamed in the XForm to the ones here.
final class Surroundings {
  /// JavaRosa's own functions by the names that replace them.
  static final Map<String, String> RENAMED =
      Map.of(
          "today", "dampingan-today",
          "now", "dampingan-now",
          "property", "dampingan-property",
          "uuid", "dampingan-uuid",
          "random", "dampingan-random");

  /// Those that give another value at each place: they get the place's number as first argument.
  static final List<String> NUMBERED = List.of("uuid", "random");

  private final ZoneId zone = ZoneId.systemDefault();
  private LocalDate today = LocalDate.EPOCH;
  private @Nullable Clock clock;
  private Map<String, String> properties = Map.of();
  private String seed = "";
  private String language = "";

  void judge(JudgeSetting setting, String seed) {
    today = setting.today();
    clock = null;
    language = "";
    this.seed = seed;
    properties = properties(setting.username(), setting.deviceId());
  }

  void session(SessionSetting setting, String seed) {
    clock = setting.clock();
    language = "";
    this.seed = seed;
    properties = properties(setting.username(), setting.deviceId());
  }

  String language() {
    return language;
  }

  void language(String code) {
    language = code;
  }

  LocalDate today() {
    return clock == null ? today : LocalDate.ofInstant(clock.instant(), zone);
  }

  void register(FormDef def) {
    add(def, "dampingan-today", (_, _) -> date(today()));
    add(def, "dampingan-now", (_, _) -> Date.from(now()));
    add(
        def,
        "dampingan-property",
        (arguments, _) -> properties.getOrDefault(XPathFuncExpr.toString(arguments[0]), ""));
    add(def, "dampingan-uuid", this::uuid);
    add(def, "dampingan-random", this::random);
    add(
        def,
        "intersects",
        (arguments, _) -> Geometry.crossesItself(XPathFuncExpr.toString(arguments[0])));
    preload(
        def, "date", parameter -> "today".equals(parameter) ? new DateData(date(today())) : null);
    preload(
        def,
        "timestamp",
        parameter -> "start".equals(parameter) ? new DateTimeData(Date.from(now())) : null);
    preload(
        def,
        "property",
        parameter -> {
          String value = properties.getOrDefault(parameter, "");
          return value.isEmpty() ? null : new StringData(value);
        });
    preload(def, "uid", _ -> null);
  }

  /// The last second of the day when a row is judged: what happened that day is not in the future.
  private Instant now() {
    return clock == null
        ? today.atTime(LocalTime.of(23, 59, 59)).atZone(zone).toInstant()
        : clock.instant();
  }

  private Date date(LocalDate day) {
    return Date.from(day.atStartOfDay(zone).toInstant());
  }

  private Object uuid(Object[] arguments, EvaluationContext context) {
    String digits = digest(arguments, context);
    if (arguments.length > 1) {
      int length = (int) Math.min(100, Double.parseDouble(XPathFuncExpr.toString(arguments[1])));
      return digits.repeat(4).substring(0, Math.max(0, length)).toUpperCase(Locale.ROOT);
    }
    return String.join(
        "-",
        digits.substring(0, 8),
        digits.substring(8, 12),
        "8" + digits.substring(13, 16),
        "8" + digits.substring(17, 20),
        digits.substring(20, 32));
  }

  private Object random(Object[] arguments, EvaluationContext context) {
    return Long.parseLong(digest(arguments, context).substring(0, 12), 16) / 0x1p48;
  }

  /// Chance that is the same wherever the same row is judged.
  private String digest(Object[] arguments, EvaluationContext context) {
    List<String> place =
        List.of(
            seed, XPathFuncExpr.toString(arguments[0]), String.valueOf(context.getContextRef()));
    return Digest.uuid8(place).toString().replace("-", "");
  }

  private static Map<String, String> properties(String username, String deviceId) {
    return Map.of("username", username, "deviceid", deviceId, "uri:deviceid", deviceId);
  }

  static void add(
      FormDef def, String name, BiFunction<Object[], EvaluationContext, Object> function) {
    def.addFunctionHandler(
        new IFunctionHandler() {
          @Override
          public String getName() {
            return name;
          }

          @Override
          public List<Class<?>[]> getPrototypes() {
            return List.of();
          }

          @Override
          public boolean rawArgs() {
            return true;
          }

          @Override
          public Object eval(Object[] arguments, EvaluationContext context) {
            return function.apply(arguments, context);
          }
        });
  }

  private static void preload(FormDef def, String name, Preload preload) {
    def.getPreloader()
        .addPreloadHandler(
            new IPreloadHandler() {
              @Override
              public String preloadHandled() {
                return name;
              }

              @Override
              public @Nullable IAnswerData handlePreload(String parameter) {
                return preload.value(parameter);
              }

              @Override
              public boolean handlePostProcess(TreeElement node, String parameter) {
                return false;
              }
            });
  }

  private interface Preload {
    @Nullable IAnswerData value(String parameter);
  }
}
