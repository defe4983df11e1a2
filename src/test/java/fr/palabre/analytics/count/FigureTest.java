package fr.palabre.analytics.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTest {
  @Test
  void missingIsNeverZero() {
    var nothing = Figure.sum(List.of(Figure.none(Missing.NOT_OFFERED)), Missing.NOT_YET);
    assertThat(nothing.known()).isFalse();
    assertThat(Figure.of(0).known()).isTrue();
    assertThatThrownBy(nothing::count).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aSumSaysWhatItLacks() {
    var sum = Figure.sum(
        List.of(Figure.of(3), Figure.none(Missing.COLLECTION_FAILED)), Missing.NOT_YET);
    assertThat(sum.count()).isEqualTo(3);
    assertThat(sum.partial()).isTrue();
    assertThat(sum.missing()).isEqualTo(Missing.COLLECTION_FAILED);
  }

  @Test
  void aDifferenceKeepsItsSign() {
    assertThat(Figure.of(8).minus(Figure.of(10)).count()).isEqualTo(-2);
  }

  @Test
  void aFigureWithoutAValueSaysWhy() {
    assertThatThrownBy(() -> new Figure(null, null)).isInstanceOf(IllegalArgumentException.class);
  }
}
