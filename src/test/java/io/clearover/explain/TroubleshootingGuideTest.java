package io.clearover.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.explain.catalogue.Catalogue;
import io.clearover.explain.catalogue.CatalogueStep;
import io.clearover.explain.catalogue.Cause;
import io.clearover.explain.catalogue.StepCatalogue;
import io.clearover.explain.facts.Condition;
import io.clearover.guard.LeakGuard;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class TroubleshootingGuideTest {

    private final Catalogue catalogue = new Catalogue();
    private final Document guide = parsed(new TroubleshootingGuide(catalogue).html());

    @Test
    void each_cause_has_a_section_with_something_to_do() {
        for (Cause cause : catalogue.causes()) {
            assertThat(itemsOf(cause.id())).as(cause.id()).isPositive();
        }
        assertThat(itemsOf(Explanation.UNRECOGNIZED)).isPositive();
    }

    @Test
    void each_step_and_each_condition_has_its_row() {
        assertThat(guide.getElementsByTagName("tr").getLength())
                .isEqualTo(1 + catalogue.steps().size() + 1 + Condition.values().length + 1);
    }

    @Test
    void what_is_explained_from_facts_alone_has_its_row() {
        String link =
                Fixtures.explain("volume-attachment", "volume 7 already exists").documentation();

        assertThat(elements("tr").map(row -> "/docs/troubleshooting.html#" + row.getAttribute("id")))
                .contains(link);
    }

    @Test
    void each_known_step_says_how_long_it_usually_takes() {
        assertThat(columnsOf("step-preparing-drivers-for-kvm")).contains("30 seconds to 10 minutes");
        assertThat(columnsOf("step-replicating-data")).contains("10 minutes to 4 hours");
        for (CatalogueStep step : catalogue.steps()) {
            boolean known = !step.slug().equals(StepCatalogue.UNKNOWN);
            assertThat(columnsOf("step-" + step.slug()).get(2).matches("\\d+ \\w+ to \\d+ \\w+"))
                    .as(step.slug())
                    .isEqualTo(known);
        }
    }

    @Test
    void nothing_technical_is_in_it() {
        LeakGuard guard = new LeakGuard();
        NodeList items = guide.getElementsByTagName("li");

        assertThat(IntStream.range(0, items.getLength())
                        .mapToObj(i -> items.item(i).getTextContent()))
                .noneMatch(guard::leaks);
    }

    /** How much is to do for the cause whose documentation link has this anchor. */
    private int itemsOf(String anchor) {
        return elements("section")
                .filter(section -> section.getAttribute("id").equals(anchor))
                .mapToInt(section -> section.getElementsByTagName("li").getLength())
                .sum();
    }

    private List<String> columnsOf(String row) {
        return elements("tr")
                .filter(candidate -> candidate.getAttribute("id").equals(row))
                .findFirst()
                .map(Element::getChildNodes)
                .map(cells -> IntStream.range(0, cells.getLength())
                        .mapToObj(cell -> cells.item(cell).getTextContent())
                        .toList())
                .orElseThrow();
    }

    private Stream<Element> elements(String name) {
        NodeList found = guide.getElementsByTagName(name);
        return IntStream.range(0, found.getLength()).mapToObj(found::item).map(Element.class::cast);
    }

    private static Document parsed(String html) {
        try {
            String xml = html.replace("<!DOCTYPE html>", "");
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)));
        } catch (Exception e) {
            throw new AssertionError("the guide is not well-formed", e);
        }
    }
}
