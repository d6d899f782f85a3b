package dev.evenkeel.server.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.AbstractElementTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * Writes what stands in {@code <time datetime="…Z">} in one way on every page, in UTC and saying
 * so; where scripts run, evenkeel.js writes it again in the reader's own zone. With {@code
 * data-day} it is a day, with {@code data-minutes} a planned moment with its weekday, with {@code
 * data-seconds} a line of a log; {@code data-local} is left as it is.
 */
@Component
final class WrittenTimes extends AbstractProcessorDialect {
  /** After the standard processors have written the attributes and the body. */
  private static final int LAST = 100_000;

  WrittenTimes() {
    super("Written times", "written", LAST);
  }

  @Override
  public Set<IProcessor> getProcessors(String prefix) {
    return Set.of(new Rewriting());
  }

  /** Empty when it is no moment. */
  static String written(IProcessableElementTag tag, String datetime) {
    String pattern =
        tag.hasAttribute("data-day")
            ? "EEE yyyy-MM-dd"
            : tag.hasAttribute("data-minutes")
                ? "EEE yyyy-MM-dd HH:mm 'UTC'"
                : tag.hasAttribute("data-seconds")
                    ? "yyyy-MM-dd HH:mm:ss 'UTC'"
                    : "yyyy-MM-dd HH:mm 'UTC'";
    try {
      return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)
          .withZone(ZoneOffset.UTC)
          .format(Instant.parse(datetime));
    } catch (DateTimeParseException notAMoment) {
      return "";
    }
  }

  private static final class Rewriting extends AbstractElementTagProcessor {
    Rewriting() {
      super(TemplateMode.HTML, "written", "time", false, null, false, LAST);
    }

    @Override
    protected void doProcess(
        ITemplateContext context,
        IProcessableElementTag tag,
        IElementTagStructureHandler structureHandler) {
      String datetime = tag.getAttributeValue("datetime");
      if (datetime == null || tag.hasAttribute("data-local")) {
        return;
      }
      String written = written(tag, datetime);
      if (!written.isEmpty()) {
        structureHandler.setBody(written, false);
      }
    }
  }
}
