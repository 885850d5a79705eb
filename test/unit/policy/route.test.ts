import { describe, expect, test } from 'vitest';
import { routeTask } from '../../../src/policy/route.ts';

describe('a task without an agent goes', () => {
  test.each([
    ['implement the export endpoint', 'coder', 'by the verb "implement"'],
    ['Please fix the parser', 'coder', 'by the verb "fix"'],
    ['optimize database connection pooling', 'coder', 'by the verb "optimize"'],
    ['test the importer with large files', 'tester', 'by the verb "test"'],
    ['create comprehensive integration tests for the login', 'tester', 'by "create … tests"'],
    ['add a test that covers the parser', 'tester', 'by "add … test"'],
    ['review API endpoints for potential vulnerabilities', 'reviewer', 'by the verb "review"'],
    ['conduct a comprehensive security audit of the payments', 'reviewer', 'by "conduct … audit"'],
    ['document the import format', 'documenter', 'by the verb "document"'],
    ['develop user guide for OAuth2 integration', 'documenter', 'by "develop … guide"'],
    ['update installation and deployment documentation', 'documenter', 'by "update … documentation"'],
    ['analyze the error handling of the importer', 'researcher', 'by the verb "analyze"'],
    ['research OAuth2 best practices', 'researcher', 'by the verb "research"'],
    ['coordinate the release', 'orchestrator', 'by default'],
    ['Speicherleck beheben', 'orchestrator', 'by default'],
    ['', 'orchestrator', 'by default'],
  ])('%s → %s, %s', (text, agent, by) => {
    expect(routeTask(text)).toEqual({ agent, by });
  });
});
