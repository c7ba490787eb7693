package org.cairnml.plots;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.knowm.xchart.internal.chartpart.Chart;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A picture that can be written as PNG or as SVG. Needs no screen. */
public final class Plot {

  /** Pixels of a PNG for each unit of the picture, for sharp text on dense screens. */
  private static final int PIXELS = 2;

  private final Chart<?, ?> chart;
  private final int width;
  private final int height;

  Plot(Chart<?, ?> chart) {
    this.chart = Objects.requireNonNull(chart, "chart");
    this.width = chart.getWidth();
    this.height = chart.getHeight();
  }

  /** The title. */
  public String title() {
    return chart.getTitle();
  }

  /** What the legend names, in its order. */
  public List<String> series() {
    return List.copyOf(chart.getSeriesMap().keySet());
  }

  /** The picture as PNG, two pixels for each unit. */
  public byte[] toPng() {
    BufferedImage image =
        new BufferedImage(width * PIXELS, height * PIXELS, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      graphics.scale(PIXELS, PIXELS);
      paint(graphics);
    } finally {
      graphics.dispose();
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * The picture as an SVG document. Letters are outlines, so that it looks the same everywhere; the
   * elements {@code title} and {@code desc} say in text what it shows.
   */
  public String toSvg() {
    try {
      var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
      SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
      context.setComment(" ");
      SVGGraphics2D graphics = new SVGGraphics2D(context, false);
      graphics.setSVGCanvasSize(new java.awt.Dimension(width, height));
      paint(graphics);
      Element root = graphics.getRoot();
      root.insertBefore(text(document, "desc", String.join("; ", series())), root.getFirstChild());
      root.insertBefore(text(document, "title", title()), root.getFirstChild());
      StringWriter text = new StringWriter();
      Transformer writer = TransformerFactory.newInstance().newTransformer();
      writer.transform(new DOMSource(root), new StreamResult(text));
      return text.toString();
    } catch (ParserConfigurationException | TransformerException e) {
      throw new IllegalStateException("the picture cannot be written as SVG", e);
    }
  }

  private static Element text(Document document, String tag, String content) {
    Element element = document.createElementNS("http://www.w3.org/2000/svg", tag);
    element.setTextContent(content);
    return element;
  }

  /** One at a time, since a chart lays itself out while it is painted. */
  private void paint(Graphics2D graphics) {
    synchronized (chart) {
      chart.paint(graphics, width, height);
    }
  }

  /**
   * Writes the picture in the format that the name ends with: {@code .png} or {@code .svg}. The
   * file is written aside and then moved, so that none is left half written.
   *
   * @throws IllegalArgumentException if the name ends otherwise
   * @throws UncheckedIOException if it cannot be written
   */
  public void save(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    byte[] bytes;
    if (name.endsWith(".png")) {
      bytes = toPng();
    } else if (name.endsWith(".svg")) {
      bytes = toSvg().getBytes(StandardCharsets.UTF_8);
    } else {
      throw new IllegalArgumentException(
          "a picture's name ends with .png or .svg, but this is " + file);
    }
    try {
      Path folder = file.toAbsolutePath().getParent();
      Path aside = Files.createTempFile(folder, "." + file.getFileName(), ".part");
      try {
        Files.write(aside, bytes);
        Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(aside);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
