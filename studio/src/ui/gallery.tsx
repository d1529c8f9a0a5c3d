import { useState } from 'react';

import { ControlsGallery } from './gallery-controls.tsx';
import { DataGallery } from './gallery-data.tsx';
import { FormGallery } from './gallery-form.tsx';
import { Page } from './page.tsx';
import { Tabs } from './tabs.tsx';

/** Every component in every state; in dev at `/ui`. */
export function Gallery() {
  const [tab, setTab] = useState('controls');
  return (
    <Page title="Components" lead="Every one in every state.">
      <Tabs
        label="Kinds of components"
        value={tab}
        onChange={setTab}
        items={[
          { value: 'controls', label: 'Controls', content: <ControlsGallery /> },
          { value: 'data', label: 'Data and states', content: <DataGallery /> },
          { value: 'fields', label: 'Fields', content: <FormGallery /> },
        ]}
      />
    </Page>
  );
}
