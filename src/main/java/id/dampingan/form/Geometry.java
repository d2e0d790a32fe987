package id.dampingan.form;

import id.dampingan.submission.CanonicalValue;
import id.dampingan.submission.FieldType;

/// `intersects()`, a client's function that JavaRosa lacks: whether a line crosses itself.
final class Geometry {
  private Geometry() {}

  /// @param trace points `lat lon alt acc` with `;` between
  static boolean crossesItself(String trace) {
    CanonicalValue read = CanonicalValue.of(FieldType.GEOTRACE, trace);
    if (!read.isReadable() || read.text().isEmpty()) {
      return false;
    }
    String[] points = read.text().split("; ");
    double[][] places = new double[points.length][];
    for (int i = 0; i < points.length; i++) {
      String[] parts = points[i].split(" ");
      places[i] = new double[] {Double.parseDouble(parts[0]), Double.parseDouble(parts[1])};
    }
    int last = points.length - 1;
    boolean closed = last > 1 && same(places[0], places[last]);
    for (int i = 0; i < last; i++) {
      // Neighbours share a point; in a closed line the last and the first do too.
      for (int j = i + 2; j < last; j++) {
        boolean neighbours = closed && i == 0 && j == last - 1;
        if (!neighbours && cross(places[i], places[i + 1], places[j], places[j + 1])) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean same(double[] a, double[] b) {
    return a[0] == b[0] && a[1] == b[1];
  }

  private static boolean cross(double[] a, double[] b, double[] c, double[] d) {
    double acd = side(c, d, a);
    double bcd = side(c, d, b);
    double cab = side(a, b, c);
    double dab = side(a, b, d);
    return acd * bcd < 0 && cab * dab < 0
        || (acd == 0 && between(c, d, a))
        || (bcd == 0 && between(c, d, b))
        || (cab == 0 && between(a, b, c))
        || (dab == 0 && between(a, b, d));
  }

  private static double side(double[] from, double[] to, double[] point) {
    return (to[0] - from[0]) * (point[1] - from[1]) - (to[1] - from[1]) * (point[0] - from[0]);
  }

  private static boolean between(double[] a, double[] b, double[] point) {
    return point[0] >= Math.min(a[0], b[0])
        && point[0] <= Math.max(a[0], b[0])
        && point[1] >= Math.min(a[1], b[1])
        && point[1] <= Math.max(a[1], b[1]);
  }
}
