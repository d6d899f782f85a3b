package dev.evenkeel.server.web;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/**
 * A QR code as a path of SVG, in units of its modules; drawn here, so that the text in it leaves
 * the server for nobody but the reader of the page.
 *
 * @param size of a side, with the quiet zone around it
 */
public record QrCode(int size, String path) {
  private static final int QUIET_ZONE = 4;

  static QrCode of(String text) {
    BitMatrix modules;
    try {
      modules =
          new QRCodeWriter()
              .encode(
                  text,
                  BarcodeFormat.QR_CODE,
                  0,
                  0,
                  Map.of(
                      EncodeHintType.ERROR_CORRECTION,
                      ErrorCorrectionLevel.M,
                      EncodeHintType.MARGIN,
                      QUIET_ZONE));
    } catch (WriterException e) {
      throw new IllegalStateException("too long for a QR code: %d".formatted(text.length()), e);
    }
    var path = new StringBuilder();
    for (int y = 0; y < modules.getHeight(); y++) {
      int x = 0;
      while (x < modules.getWidth()) {
        int from = x;
        while (x < modules.getWidth() && modules.get(x, y)) {
          x++;
        }
        if (x > from) {
          path.append("M%d %dh%dv1h-%dz".formatted(from, y, x - from, x - from));
        }
        x++;
      }
    }
    return new QrCode(modules.getWidth(), path.toString());
  }

  /** For templates. */
  public String viewBox() {
    return "0 0 %d %d".formatted(size, size);
  }
}
