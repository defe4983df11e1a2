package fr.palabre.media.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/** Still lifes of a bakery, in flat colours. */
final class Sketch {
  private static final int WIDTH = 1600;
  private static final int HEIGHT = 1200;
  private static final Color CRUST = new Color(0xb87432);
  private static final Color CRUST_DARK = new Color(0x8a5222);
  private static final Color FLOUR = new Color(0xf3e3c3);
  private static final Color WOOD = new Color(0x9c6b43);
  private static final Color WOOD_DARK = new Color(0x7d5433);
  private static final Color NIGHT = new Color(0x2b241d);
  private static final Color EMBER = new Color(0xf2a541);
  private static final Color WALL = new Color(0xe8dcc6);
  private static final Color GREEN = new Color(0x4c7a58);

  private Sketch() {}

  /** Three round loaves on a board, floured, slashed. */
  static byte[] loaves() {
    return drawn(pen -> {
      ground(pen, new Color(0xefe4cf), new Color(0xd9c4a0));
      board(pen, 800);
      loaf(pen, 250, 430, 560);
      loaf(pen, 830, 470, 520);
      loaf(pen, 560, 640, 500);
      dust(pen, 11, 820, 380);
    });
  }

  /** A wood oven at night, its mouth lit, two loaves inside. */
  static byte[] oven() {
    return drawn(pen -> {
      ground(pen, new Color(0x4a3b2e), NIGHT);
      bricks(pen);
      pen.setColor(NIGHT);
      pen.fill(new Arc2D.Double(420, 300, 760, 900, 0, 180, Arc2D.PIE));
      pen.setPaint(new GradientPaint(800, 420, EMBER, 800, 760, new Color(0x8f3d17)));
      pen.fill(new Arc2D.Double(470, 360, 660, 780, 0, 180, Arc2D.PIE));
      loaf(pen, 560, 600, 250);
      loaf(pen, 800, 620, 240);
      pen.setColor(WOOD);
      pen.fill(new RoundRectangle2D.Double(360, 750, 880, 70, 12, 12));
    });
  }

  /** A shop front with three shelves behind its pane, an awning above. */
  static byte[] shopFront() {
    return drawn(pen -> {
      ground(pen, new Color(0xcfe0dc), WALL);
      pen.setColor(GREEN);
      pen.fillRect(150, 210, 1300, 900);
      pen.setColor(new Color(0xfaf3e3));
      pen.fillRect(210, 400, 1180, 640);
      for (int shelf = 0; shelf < 3; shelf++) {
        int y = 560 + shelf * 200;
        pen.setColor(WOOD_DARK);
        pen.fillRect(210, y, 1180, 18);
        for (int n = 0; n < 5; n++) loaf(pen, 250 + n * 225 + shelf * 17, y - 90, 170);
      }
      awning(pen);
    });
  }

  /** A jar of sourdough that rises above its rubber band. */
  static byte[] jar() {
    return drawn(pen -> {
      ground(pen, new Color(0xdde7e2), new Color(0xc3d2c6));
      board(pen, 930);
      pen.setColor(new Color(0xf5efe0));
      pen.fill(new RoundRectangle2D.Double(600, 420, 400, 540, 60, 60));
      pen.setColor(new Color(0xe6d3a8));
      pen.fill(new RoundRectangle2D.Double(615, 540, 370, 410, 50, 50));
      dots(pen);
      pen.setColor(new Color(0xb1452c));
      pen.fillRect(600, 700, 400, 16);
      pen.setColor(WOOD);
      pen.fill(new RoundRectangle2D.Double(585, 370, 430, 70, 20, 20));
    });
  }

  private static void loaf(Graphics2D pen, double x, double y, double width) {
    double height = width * 0.55;
    pen.setColor(CRUST_DARK);
    pen.fill(new Ellipse2D.Double(x, y + height * 0.08, width, height));
    pen.setColor(CRUST);
    pen.fill(new Ellipse2D.Double(x + width * 0.02, y, width * 0.96, height * 0.92));
    pen.setColor(FLOUR);
    pen.setStroke(new BasicStroke((float) width * 0.03f, BasicStroke.CAP_ROUND,
        BasicStroke.JOIN_ROUND));
    for (int cut = 0; cut < 3; cut++)
      pen.draw(new Arc2D.Double(x + width * (0.2 + cut * 0.2), y + height * 0.18, width * 0.2,
          height * 0.6, 100, 110, Arc2D.OPEN));
  }

  private static void board(Graphics2D pen, int y) {
    pen.setColor(WOOD_DARK);
    pen.fillRect(0, y + 24, WIDTH, HEIGHT);
    pen.setColor(WOOD);
    pen.fillRect(0, y, WIDTH, 90);
  }

  private static void bricks(Graphics2D pen) {
    pen.setColor(new Color(0x5d4937));
    for (int row = 0; row < 12; row++)
      for (int n = -1; n < 9; n++)
        pen.fill(new RoundRectangle2D.Double(
            n * 200 + (row % 2) * 100 + 6, row * 100 + 6, 188, 88, 10, 10));
  }

  private static void awning(Graphics2D pen) {
    for (int n = 0; n < 13; n++) {
      pen.setColor(n % 2 == 0 ? new Color(0xb1452c) : FLOUR);
      var stripe = new Path2D.Double();
      stripe.moveTo(150 + n * 100, 210);
      stripe.lineTo(250 + n * 100, 210);
      stripe.lineTo(250 + n * 100, 340);
      stripe.quadTo(200 + n * 100, 400, 150 + n * 100, 340);
      stripe.closePath();
      pen.fill(stripe);
    }
  }

  private static void dots(Graphics2D pen) {
    var random = new Random(5);
    pen.setColor(new Color(0xcdb483));
    for (int n = 0; n < 60; n++) {
      int size = 8 + random.nextInt(22);
      pen.fill(new Ellipse2D.Double(640 + random.nextInt(310), 570 + random.nextInt(340), size,
          size));
    }
  }

  private static void dust(Graphics2D pen, int seed, int y, int height) {
    var random = new Random(seed);
    pen.setColor(FLOUR);
    for (int n = 0; n < 220; n++) {
      int size = 2 + random.nextInt(5);
      pen.fill(new Ellipse2D.Double(
          random.nextInt(WIDTH), y + random.nextInt(height), size, size));
    }
  }

  private static void ground(Graphics2D pen, Color above, Color below) {
    pen.setPaint(new GradientPaint(0, 0, above, 0, HEIGHT, below));
    pen.fillRect(0, 0, WIDTH, HEIGHT);
  }

  private static byte[] drawn(Consumer<Graphics2D> drawing) {
    var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    var pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    drawing.accept(pen);
    pen.dispose();
    try (var bytes = new ByteArrayOutputStream()) {
      ImageIO.write(image, "jpeg", bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
