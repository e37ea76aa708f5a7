import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

/** What went wrong: a sentence, or several as a list, as when lines of a file are wrong. Read out when it appears. */
export function Failure({ message }: { message: string | null | undefined }): ReactNode {
  const sentences = message?.split('\n') ?? [];
  return (
    <div className="site-failure" role="alert">
      {sentences.length > 0 && (
        <>
          <TriangleAlert size={18} aria-hidden />
          <ul>
            {sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
