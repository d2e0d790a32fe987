package id.dampingan.exchange;

/// The person asked to stop; nothing of this errand was kept.
public final class Cancelled extends RuntimeException {
  public Cancelled() {
    super("cancelled");
  }
}
