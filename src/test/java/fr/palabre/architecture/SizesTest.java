package fr.palabre.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import fr.palabre.Palabre;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyDepth;

/**
 * Prints file sizes, method sizes and the arrows between rooms beside the house style's aims, and
 * fails where one is far beyond what a reader can hold.
 */
class SizesTest {
  private static final int FILE_LIMIT = 400;
  private static final int METHOD_LIMIT = 60;

  @Test
  void nothingIsTooLongToRead() throws IOException {
    var files = Sources.under(Sources.JAVA, ".java").stream()
        .filter(f -> !f.endsWith("package-info.java")).toList();
    var lines = files.stream().map(f -> new Size(f.toString(), lines(f))).toList();
    var methods = methods(files);
    var templates = Sources.under(Sources.TEMPLATES, ".jte").stream()
        .map(f -> new Size(f.toString(), lines(f))).toList();
    print("main file, lines", lines, "median <= 60, rarely over 300");
    print("method, lines", methods, "95 % <= 20");
    print("template, lines", templates, "median <= 25");
    assertThat(lines).allSatisfy(s -> assertThat(s.lines()).as(s.name()).isLessThan(FILE_LIMIT));
    assertThat(methods)
        .allSatisfy(s -> assertThat(s.lines()).as(s.name()).isLessThan(METHOD_LIMIT));
  }

  @Test
  void theArrowsArePrinted() {
    var modules = ApplicationModules.of(Palabre.class);
    modules.stream().sorted(Comparator.comparing(m -> m.getIdentifier().toString()))
        .forEach(module -> System.out.printf("%-12s → %s%n", module.getIdentifier(),
            targets(module, modules)));
    assertThat(modules.stream()).isNotEmpty();
  }

  private static List<String> targets(ApplicationModule module, ApplicationModules modules) {
    return module.getDependencies(modules, DependencyDepth.IMMEDIATE).stream()
        .map(d -> d.getTargetModule().getIdentifier().toString()).distinct().sorted().toList();
  }

  private static void print(String what, List<Size> sizes, String aim) {
    var sorted = sizes.stream().sorted(Comparator.comparingInt(Size::lines)).toList();
    System.out.printf(Locale.ROOT, "%-18s n=%d median=%d p95=%d max=%d (aim: %s)%n", what,
        sorted.size(), at(sorted, 0.5), at(sorted, 0.95), at(sorted, 1), aim);
    sorted.reversed().stream().limit(5)
        .forEach(s -> System.out.printf("    %4d %s%n", s.lines(), s.name()));
  }

  private static int at(List<Size> sorted, double quantile) {
    return sorted.get((int) Math.min(sorted.size() - 1, sorted.size() * quantile)).lines();
  }

  private static int lines(Path file) {
    return (int) Sources.text(file).lines().count();
  }

  private static List<Size> methods(List<Path> files) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    var found = new ArrayList<Size>();
    try (var manager = compiler.getStandardFileManager(null, null, null)) {
      var task = (JavacTask) compiler.getTask(
          null, manager, _ -> {}, List.of(), null, manager.getJavaFileObjectsFromPaths(files));
      for (var unit : task.parse()) new MethodSizes(unit, Trees.instance(task), found).scan(unit, null);
    }
    return found;
  }

  private record Size(String name, int lines) {}

  private static final class MethodSizes extends TreePathScanner<Void, Void> {
    private final CompilationUnitTree unit;
    private final Trees trees;
    private final List<Size> found;
    private String type = "";

    MethodSizes(CompilationUnitTree unit, Trees trees, List<Size> found) {
      this.unit = unit;
      this.trees = trees;
      this.found = found;
    }

    @Override
    public Void visitClass(ClassTree tree, Void nothing) {
      type = tree.getSimpleName().toString();
      return super.visitClass(tree, nothing);
    }

    @Override
    public Void visitMethod(MethodTree tree, Void nothing) {
      var positions = trees.getSourcePositions();
      var map = unit.getLineMap();
      long first = map.getLineNumber(positions.getStartPosition(unit, tree));
      long last = map.getLineNumber(positions.getEndPosition(unit, tree));
      found.add(new Size(type + "." + tree.getName(), (int) (last - first + 1)));
      return super.visitMethod(tree, nothing);
    }
  }
}
