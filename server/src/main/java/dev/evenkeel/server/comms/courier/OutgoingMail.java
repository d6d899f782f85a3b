package dev.evenkeel.server.comms.courier;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A mail that knows how far it got. It is written to the server after everything before it was
 * agreed to; the server may take it only after the full stop that follows, so until then nobody has
 * it.
 */
final class OutgoingMail extends MimeMessage {
  private final String id;
  private final Runnable handingOver;
  private boolean written;

  OutgoingMail(Session session, String id, Runnable handingOver) {
    super(session);
    this.id = id;
    this.handingOver = handingOver;
  }

  @Override
  public void writeTo(OutputStream out, String[] without) throws IOException, MessagingException {
    super.writeTo(out, without);
    handingOver.run();
    written = true;
  }

  /** Whether it may have been taken. */
  boolean isWritten() {
    return written;
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", id);
  }
}
