package dev.evenkeel.server.comms.outside;

import java.util.Locale;

/** Programs that hear of runs. Names are stored, so they never change. */
public enum PlaceKind {
  ALERTMANAGER("Alertmanager", "silence"),
  GRAFANA("Grafana", "annotation");

  private final String title;
  private final String sign;

  PlaceKind(String title, String sign) {
    this.title = title;
    this.sign = sign;
  }

  public String title() {
    return title;
  }

  /** What it is told is called there. */
  public String sign() {
    return sign;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
