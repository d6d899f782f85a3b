package dev.evenkeel.server.tasks;

import dev.evenkeel.server.tasks.template.OwnerText;
import dev.evenkeel.server.tasks.template.Raci;
import dev.evenkeel.server.tasks.template.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Whose the tasks of an upgrade are, as the templates that were launched into it say. */
@Service
public class ChartLines {
  private final TaskDesk desk;
  private final TemplateShelf shelf;

  ChartLines(TaskDesk desk, TemplateShelf shelf) {
    this.desk = desk;
    this.shelf = shelf;
  }

  /** One line for each task of whose duties a template says anything, in their order. */
  public List<ChartLine> of(long upgrade) {
    Map<String, ChartLine> lines = new LinkedHashMap<>();
    for (Launch launch : desk.launches(upgrade)) {
      for (Step step :
          shelf
              .get(launch.template(), Optional.of(launch.templateVersion()))
              .template()
              .allSteps()) {
        step.raci().ifPresent(raci -> lines.putIfAbsent(step.title(), line(step, raci)));
      }
    }
    return List.copyOf(lines.values());
  }

  private static ChartLine line(Step step, Raci raci) {
    return new ChartLine(
        step.title(),
        raci.accountable().map(OwnerText::owner),
        owners(raci.responsible()),
        owners(raci.consulted()),
        owners(raci.informed()));
  }

  private static List<Owner> owners(List<OwnerText> texts) {
    return texts.stream().map(OwnerText::owner).toList();
  }
}
