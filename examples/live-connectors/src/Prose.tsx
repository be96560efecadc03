import type { ReactNode } from 'react';

/** The little of CommonMark that help texts use: paragraphs, emphasis, code and links that lead to the web. */
export function Prose({ text }: { text: string }) {
  return text.split(/\n{2,}/).map((paragraph) => <p key={paragraph}>{inline(paragraph)}</p>);
}

const MARKS = /(\*\*[^*]+\*\*|\*[^*]+\*|`[^`]+`|\[[^\]]+\]\(https?:\/\/[^)\s]+\))/;

function inline(paragraph: string): ReactNode[] {
  return paragraph.split(MARKS).map((part, at) => {
    const link = /^\[([^\]]+)\]\((https?:[^)]+)\)$/.exec(part);
    if (link) {
      return (
        <a key={at} href={link[2]} target="_blank" rel="noreferrer">
          {link[1]}
        </a>
      );
    }
    if (/^\*\*.+\*\*$/.test(part)) return <strong key={at}>{part.slice(2, -2)}</strong>;
    if (/^\*.+\*$/.test(part)) return <em key={at}>{part.slice(1, -1)}</em>;
    if (/^`.+`$/.test(part)) return <code key={at}>{part.slice(1, -1)}</code>;
    return part;
  });
}
