package dev.evenkeel.server.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IPostProcessorDialect;
import org.thymeleaf.engine.AbstractTemplateHandler;
import org.thymeleaf.model.ICDATASection;
import org.thymeleaf.model.ICloseElementTag;
import org.thymeleaf.model.IComment;
import org.thymeleaf.model.IOpenElementTag;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.model.IProcessingInstruction;
import org.thymeleaf.model.IStandaloneElementTag;
import org.thymeleaf.model.ITemplateEnd;
import org.thymeleaf.model.ITemplateEvent;
import org.thymeleaf.model.IText;
import org.thymeleaf.postprocessor.IPostProcessor;
import org.thymeleaf.postprocessor.PostProcessor;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * Ties what is wrong with a field to the field, for those who do not see that it stands below: in a
 * form, every message {@code <p class="wrong" data-of="name">} gets an id, and the last field of
 * that name before it points there and is marked as invalid. A field is written before its message,
 * so what stands in a form, or from a field on, is held back until the form ends.
 */
public final class MarkedFields extends AbstractTemplateHandler {
  private static final String MESSAGES = MarkedFields.class.getName() + ".messages";
  private static final Set<String> FIELDS = Set.of("input", "select", "textarea");
  private static final String DESCRIBED = "aria-describedby";

  private final List<ITemplateEvent> held = new ArrayList<>();
  private boolean holds;
  private int messages;

  /** Has Thymeleaf send every page through here last. */
  @Component
  static final class Marking extends AbstractDialect implements IPostProcessorDialect {
    private static final int LAST = 100_000;

    Marking() {
      super("Marked fields");
    }

    @Override
    public int getDialectPostProcessorPrecedence() {
      return LAST;
    }

    @Override
    public Set<IPostProcessor> getPostProcessors() {
      return Set.of(new PostProcessor(TemplateMode.HTML, MarkedFields.class, LAST));
    }
  }

  @Override
  public void handleOpenElement(IOpenElementTag tag) {
    if (isForm(tag.getElementCompleteName())) {
      release();
      holds = true;
    }
    field(tag);
    pass(tag);
  }

  @Override
  public void handleStandaloneElement(IStandaloneElementTag tag) {
    field(tag);
    pass(tag);
  }

  /** What is put into a form in place is written without the form around it. */
  private void field(IProcessableElementTag tag) {
    holds |= isField(tag);
  }

  @Override
  public void handleCloseElement(ICloseElementTag tag) {
    if (isForm(tag.getElementCompleteName())) {
      release();
    }
    pass(tag);
  }

  @Override
  public void handleText(IText text) {
    pass(text);
  }

  @Override
  public void handleComment(IComment comment) {
    pass(comment);
  }

  @Override
  public void handleCDATASection(ICDATASection section) {
    pass(section);
  }

  @Override
  public void handleProcessingInstruction(IProcessingInstruction instruction) {
    pass(instruction);
  }

  @Override
  public void handleTemplateEnd(ITemplateEnd end) {
    release();
    super.handleTemplateEnd(end);
  }

  private static boolean isForm(String element) {
    return element.equalsIgnoreCase("form");
  }

  private static boolean isField(IProcessableElementTag tag) {
    return FIELDS.contains(tag.getElementCompleteName()) && tag.hasAttribute("name");
  }

  private void pass(ITemplateEvent event) {
    if (holds) {
      held.add(event);
    } else {
      write(event);
    }
  }

  /** Ties what was held back, and writes it. */
  private void release() {
    Map<String, Integer> last = new HashMap<>();
    for (int at = 0; at < held.size(); at++) {
      if (held.get(at) instanceof IProcessableElementTag tag) {
        String name = tag.getAttributeValue("name");
        String of = tag.getAttributeValue("data-of");
        if (name != null && isField(tag)) {
          last.put(name, at);
        } else if (of != null && "wrong".equals(tag.getAttributeValue("class"))) {
          Integer field = last.get(of);
          if (field != null) {
            tie(field, at);
          }
        }
      }
    }
    holds = false;
    held.forEach(this::write);
    held.clear();
  }

  private void tie(int field, int message) {
    String id = "wrong-" + nextMessage();
    set(message, "id", id);
    String before =
        held.get(field) instanceof IProcessableElementTag tag
            ? tag.getAttributeValue(DESCRIBED)
            : null;
    set(field, DESCRIBED, before == null ? id : before + " " + id);
    set(field, "aria-invalid", "true");
  }

  private void set(int at, String attribute, String value) {
    if (held.get(at) instanceof IProcessableElementTag tag) {
      held.set(at, getContext().getModelFactory().setAttribute(tag, attribute, value));
    }
  }

  /** Counts on where a page is answered in several parts. */
  private int nextMessage() {
    if (getContext() instanceof IWebContext web) {
      int next = web.getExchange().getAttributeValue(MESSAGES) instanceof Integer so ? so + 1 : 1;
      web.getExchange().setAttributeValue(MESSAGES, next);
      return next;
    }
    return ++messages;
  }

  private void write(ITemplateEvent event) {
    switch (event) {
      case IOpenElementTag open -> super.handleOpenElement(open);
      case IStandaloneElementTag alone -> super.handleStandaloneElement(alone);
      case ICloseElementTag close -> super.handleCloseElement(close);
      case IText text -> super.handleText(text);
      case IComment comment -> super.handleComment(comment);
      case ICDATASection section -> super.handleCDATASection(section);
      case IProcessingInstruction instruction -> super.handleProcessingInstruction(instruction);
      default -> throw new IllegalStateException("Nothing else stands in a form: " + event);
    }
  }
}
