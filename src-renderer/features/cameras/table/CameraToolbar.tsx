import { Search, X } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { text } from '../../../text/catalogue.ts';
import { numberText } from '../../../text/counts.ts';
import {
  CAMERA_FILTERS,
  type CameraSort,
  type Criteria,
  type FilterCounts,
} from './camera-filter.ts';

interface CameraToolbarProps {
  criteria: Criteria;
  counts: FilterCounts;
  onCriteria: (changed: Partial<Criteria>) => void;
  searchRef: RefObject<HTMLInputElement | null>;
  /** From the search to what it found. */
  onToList: () => void;
}

/** Finds cameras: by words, by what is wrong with them, in which order. */
export function CameraToolbar(props: CameraToolbarProps): ReactNode {
  const { criteria, counts, onCriteria, searchRef } = props;
  return (
    <div className="camera-toolbar">
      <div className="camera-toolbar__search">
        <Search size={16} aria-hidden />
        <input
          ref={searchRef}
          type="text"
          aria-label={text.cameras.search}
          data-search
          placeholder={text.cameras.searchHint}
          spellCheck={false}
          value={criteria.query}
          onChange={(event) => onCriteria({ query: event.target.value })}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && criteria.query !== '') {
              event.preventDefault();
              onCriteria({ query: '' });
            } else if (event.key === 'Enter' || event.key === 'ArrowDown') {
              event.preventDefault();
              props.onToList();
            }
          }}
        />
        {criteria.query !== '' && (
          <button
            type="button"
            className="icon-button"
            aria-label={text.cameras.clearSearch}
            onClick={() => {
              onCriteria({ query: '' });
              searchRef.current?.focus();
            }}
          >
            <X size={15} aria-hidden />
          </button>
        )}
      </div>
      <div className="camera-toolbar__filter" role="group" aria-label={text.cameras.show}>
        {CAMERA_FILTERS.map((filter) => (
          <button
            key={filter}
            type="button"
            aria-pressed={criteria.filter === filter}
            onClick={() => onCriteria({ filter })}
          >
            {text.cameras.filters[filter]} <b>{numberText(counts[filter])}</b>
          </button>
        ))}
      </div>
      <label className="camera-toolbar__sort">
        {text.cameras.sort}
        <select
          value={criteria.sort}
          onChange={(event) => onCriteria({ sort: event.target.value as CameraSort })}
        >
          {Object.entries(text.cameras.sorts).map(([value, said]) => (
            <option key={value} value={value}>
              {said}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
