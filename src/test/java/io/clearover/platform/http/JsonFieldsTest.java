package io.clearover.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonFieldsTest {

    @Test
    void numbers_and_truths_may_be_written_as_texts() {
        JsonFields fields = fields("{\"a\":1,\"b\":\"2\",\"c\":true,\"d\":\"true\",\"e\":\"1.5\"}");

        assertThat(fields.whole("a", 0)).isEqualTo(1);
        assertThat(fields.whole("b", 0)).isEqualTo(2);
        assertThat(fields.is("c")).isTrue();
        assertThat(fields.is("d")).isTrue();
        assertThat(fields.whole("e", 0)).isEqualTo(1);
    }

    @Test
    void what_is_absent_null_or_of_another_type_is_not_there() {
        JsonFields fields = fields("{\"null\":null,\"list\":[1,{}],\"object\":{},\"text\":\"NaN\"}");

        assertThat(fields.text("absent")).isEmpty();
        assertThat(fields.text("null")).isEmpty();
        assertThat(fields.text("list")).isEmpty();
        assertThat(fields.number("text")).isEmpty();
        assertThat(fields.objects("text")).isEmpty();
        assertThat(fields.objects("list")).hasSize(1);
        assertThat(fields.object("list").text("a")).isEmpty();
    }

    @Test
    void an_answer_that_is_no_object_is_not_json_to_us() {
        assertThat(new Answer(200, "[1]").json()).isEmpty();
        assertThat(new Answer(200, "<html>").json()).isEmpty();
        assertThat(new Answer(200, "").json()).isEmpty();
        assertThat(new Answer(200, "{\"a\":").json()).isEmpty();
        assertThat(new Answer(200, "[".repeat(100_000)).json()).isEmpty();
        assertThat(new Answer(200, "{\"a\":".repeat(100_000)).json()).isEmpty();
    }

    @Test
    void an_excerpt_is_one_line_that_can_be_stored() {
        assertThat(new Answer(502, " <html>\r\n\t<body>\u0000Bad  Gateway\n").excerpt())
                .isEqualTo("<html> <body> Bad Gateway");
        assertThat(new Answer(502, "x".repeat(5000)).excerpt()).hasSize(1001);
        assertThat(new Answer(502, "  ").excerpt()).isEqualTo("(empty answer)");
    }

    private static JsonFields fields(String json) {
        return new JsonFields(new Answer(200, json).json().orElseThrow());
    }
}
