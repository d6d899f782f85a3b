package dev.evenkeel.server.retention;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes once an hour what is kept no longer. Several servers may: what is gone is gone once. */
@Component
class Clearing {
  private final RetentionDesk desk;

  Clearing(RetentionDesk desk) {
    this.desk = desk;
  }

  @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
  void work() {
    int cleared = desk.clear();
    while (cleared > 0) {
      cleared = desk.clear();
    }
  }
}
