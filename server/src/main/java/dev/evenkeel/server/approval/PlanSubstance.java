package dev.evenkeel.server.approval;

import dev.evenkeel.server.approval.binding.Field;
import dev.evenkeel.server.plan.Terms;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.risk.SheetBook;
import dev.evenkeel.server.risk.SheetKind;
import dev.evenkeel.server.tasks.WindowStarts;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What is planned, and when: the place in the timetable that was agreed on, else the day of
 * go-live.
 */
@Component
class PlanSubstance implements Substance {
  private final SheetBook sheets;
  private final ObjectProvider<WindowStarts> windows;

  PlanSubstance(SheetBook sheets, ObjectProvider<WindowStarts> windows) {
    this.sheets = sheets;
    this.windows = windows;
  }

  @Override
  public Map<String, String> of(Upgrade upgrade) {
    Terms terms = upgrade.terms();
    Map<String, String> fields = new HashMap<>();
    fields.put(Field.SYSTEMS.key(), String.join(" ", terms.systems().stream().sorted().toList()));
    fields.put(Field.FROM.key(), terms.from());
    fields.put(Field.TO.key(), terms.to());
    fields.put(Field.CLASS.key(), terms.upgradeClass().name());
    fields.put(Field.TITLE.key(), terms.title());
    fields.put(Field.WHY.key(), terms.why());
    fields.put(Field.OWNER.key(), terms.owner());
    terms.wayBack().ifPresent(way -> fields.put(Field.WAY_BACK.key(), way));
    terms
        .downtimeMinutes()
        .ifPresent(minutes -> fields.put(Field.DOWNTIME.key(), minutes.toString()));
    sheets
        .get(upgrade.id(), SheetKind.STRATEGY)
        .sheet()
        .decided()
        .ifPresent(strategy -> fields.put(Field.STRATEGY.key(), strategy.name()));
    windows
        .orderedStream()
        .flatMap(window -> window.of(upgrade.id().value()).stream())
        .findFirst()
        .map(Object::toString)
        .or(() -> terms.goLive().map(Object::toString))
        .ifPresent(planned -> fields.put(Field.WINDOW_PLANNED.key(), planned));
    return fields;
  }

  /** The strategy and the place in the timetable are changed elsewhere. */
  @Override
  public Optional<String> changedBy(Upgrade upgrade, Field field) {
    return switch (field) {
      case SYSTEMS, FROM, TO, CLASS, WAY_BACK, DOWNTIME, TITLE, WHY, OWNER ->
          Optional.of(upgrade.changedBy().name());
      case WINDOW_PLANNED ->
          windows
                  .orderedStream()
                  .flatMap(window -> window.of(upgrade.id().value()).stream())
                  .findFirst()
                  .isPresent()
              ? Optional.empty()
              : Optional.of(upgrade.changedBy().name());
      default -> Optional.empty();
    };
  }
}
