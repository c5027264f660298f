/**
 * Reads server-sent events from an answer: fetch can send the Authorization header, which EventSource can't.
 *
 * @param {ReadableStream<Uint8Array>} body
 * @yields {{id: string, name: string, data: string}|null} each event; null for a sign of life
 */
export async function* eventsOf(body) {
  let event = empty();
  for await (const line of linesOf(body)) {
    if (!line) {
      if (event.data) yield event;
      event = empty();
    } else if (line.startsWith(':')) {
      yield null;
    } else {
      const [, field, value] = /^([^:]*):? ?(.*)$/.exec(line);
      if (field === 'data') event.data += value;
      if (field === 'event') event.name = value;
      if (field === 'id') event.id = value;
    }
  }
}

const empty = () => ({ id: '', name: '', data: '' });

async function* linesOf(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const lines = (rest + part.value).split(/\r\n|\n/);
      rest = lines.pop();
      yield* lines;
    }
  } finally {
    reader.cancel().catch(() => null);
  }
}
